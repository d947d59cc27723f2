import { z } from "zod";
import { readDateSpan, spanText } from "@/lib/dates/date-text";
import { readNumber } from "@/lib/numbers/read-number";
import { hiddenCharacter, withoutInvisible } from "@/lib/schemas/invisible";

const BREAKS = /[\t\r\n]+/g;

/** Adds an issue with a code of ours. */
export function refuse(context: z.RefinementCtx, code: string, message: string, path: (string | number)[] = []): void {
  context.addIssue({ code: "custom", message, path, params: { code } });
}

const typed = z.string({
  error: ({ input }) => (input === undefined || input === null ? "Fill this in" : "This must be text"),
});

function text(most: number, clean: (text: string) => string) {
  return typed.transform((raw, context) => {
    const cleaned = withoutInvisible(clean(raw.normalize("NFC"))).trim();
    const hidden = hiddenCharacter(cleaned.replaceAll("\n", ""));
    if (hidden !== null) {
      const message = `This holds ${hidden}, a character that is not seen: type it again instead of pasting`;
      refuse(context, "forbidden_character", message);
    }
    if (cleaned.length > most) {
      refuse(context, "too_long", `At most ${most} characters fit here; these are ${cleaned.length}`);
    }
    return cleaned;
  });
}

/** One line of text, 1 to `most` UTF-16 units; spaces at the ends are dropped, line breaks become spaces. */
export function line(most: number) {
  return text(most, (raw) => raw.replace(BREAKS, " ")).transform((cleaned, context) => {
    if (cleaned === "") refuse(context, "missing", "Fill this in");
    return cleaned;
  });
}

/** One line or nothing: null, missing and empty text are null. */
export function optionalLine(most: number) {
  return text(most, (raw) => raw.replace(BREAKS, " "))
    .nullable()
    .default(null)
    .transform((cleaned) => cleaned || null);
}

/** Text that may have several lines, or nothing (null). */
export function optionalText(most: number) {
  return text(most, (raw) => raw.replace(/\r\n?/g, "\n").replaceAll("\t", " "))
    .nullable()
    .default(null)
    .transform((cleaned) => cleaned || null);
}

/** A choice out of a fixed list; the message names the list. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `Choose one of: ${values.join(", ")}` });
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The stable key of a row in addresses, 1 to 100 characters. */
export const slug = line(100).refine((text) => SLUG.test(text), "Use lower-case letters, digits and single dashes");

/** The key of a row that something refers to, as it stands in addresses. */
export const key = line(200);

/** A name as a key in addresses; "" where it has no Latin letter or digit. At most 80 characters. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-|-$/g, "");
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A number as a person writes it (see readNumber) or {digits} in plain decimals, which are never asked back; becomes plain digits. */
export const numberText = z
  .union([typed, z.strictObject({ digits: z.string().regex(PLAIN, "Write plain decimal digits") })], {
    error: ({ input }) =>
      input === undefined || input === null ? "Write the number, such as 9,500" : "Write the number as text",
  })
  .transform((value, context) => {
    const reading = typeof value === "string" ? readNumber(value) : readNumber(value.digits, "plain");
    if (!reading.ok) refuse(context, reading.code, reading.message);
    else if (Math.abs(Number(reading.digits)) >= LARGEST) {
      refuse(context, "too_large", "Numbers below 10²⁴ fit here: check its zeros, or measure in a larger unit");
    } else return reading.digits;
    return z.NEVER;
  });

/** Nothing that is counted or paid comes near it; a slip of the keyboard does. */
const LARGEST = 1e24;
/** Years that readers can filter by (lib/schemas/view.ts). */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

function yearOutside(edtf: string): string | undefined {
  return (edtf.match(/(?<!\d)\d{4}(?=$|[-/])/g) ?? []).find(
    (year) => Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR,
  );
}

/** A date or a period as a person writes it (see readDateSpan); becomes canonical EDTF text, null when not stated. */
export const optionalSpan = typed
  .nullable()
  .default(null)
  .transform((value, context) => {
    const reading = readDateSpan(value ?? "");
    if (!reading.ok) {
      refuse(context, reading.code, reading.message);
      return z.NEVER;
    }
    const span = spanText(reading.start, reading.end);
    const outside = yearOutside(span);
    if (outside === undefined) return span || null;
    refuse(context, "year", `Years from ${FIRST_YEAR} to ${LAST_YEAR} fit here: check ${outside}`);
    return z.NEVER;
  });

/** One date as a person writes it; becomes EDTF text (year, month or day), null when not stated. */
export const optionalDate = optionalSpan.transform((span, context) => {
  if (span?.includes("/")) refuse(context, "not_a_date", "One date belongs here, not a period");
  return span;
});

/** One date that must be there. */
export const date = optionalDate.transform((value, context) => {
  if (value !== null) return value;
  refuse(context, "missing", "Write the date, such as 2019 or Feb 2019");
  return z.NEVER;
});

/**
 * An http or https address without a name or password in it, at most 2,048 characters. Kept as typed, but for a host in another
 * script: that is kept in ASCII (punycode), so that none looks like another.
 */
export const webAddress = line(2048)
  .refine(isWebAddress, "Write the whole address, beginning with https:// or http://")
  .transform(withAsciiHost);

/** A web address or nothing (null). */
export const optionalWebAddress = optionalLine(2048)
  .refine((text) => text === null || isWebAddress(text), "Write the whole address, beginning with https:// or http://")
  .transform((text) => (text === null ? null : withAsciiHost(text)));

function withAsciiHost(text: string): string {
  const [whole, scheme = "", authority = ""] = /^(https?:\/\/)([^/?#]*)/i.exec(text) ?? [];
  if (whole === undefined || !/[^\p{ASCII}]/u.test(authority) || !URL.canParse(text)) return text;
  return scheme + new URL(text).host + text.slice(whole.length);
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === "" && password === "" && hostname !== "";
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Whether text is an ISO 4217 code. */
export function isCurrencyCode(text: string): boolean {
  return CURRENCIES.has(text);
}
