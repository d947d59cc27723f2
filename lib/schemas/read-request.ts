import { z } from "zod";

/** Most bytes of a request that brings a text. */
export const MOST_BYTES = 1_000_000;
/** Most characters of a text that is read at once; with its body limit of 1 MB a request cannot hold many more. */
const MOST_CHARACTERS = 1_000_000;
/** Most lines of it: each may be a paragraph, which the answer names. */
const MOST_LINES = 20_000;

const LANGUAGE = "Write the language with two letters, such as en or zh";
const DATE = 'Write the date like "2019", "2019-02" or "2019-02-28"';
const OBJECT = 'Send an object that holds the text: {"text": "…"}';

const text = z
  .string({ error: "Send the text to be read" })
  .max(MOST_CHARACTERS, "At most a million characters are read at once: send it in parts")
  .refine((given) => hasFewLines(given), "At most 20,000 lines are read at once: send it in parts");
const asObject = { error: ({ code }: { readonly code: string }) => (code === "invalid_type" ? OBJECT : undefined) };

/** A text by itself. */
export const textRequest = z.strictObject({ text }, asObject);

/** A text to be read: its language (ISO 639-1) and its date (year, month or day) where they are known. */
export const readRequest = z.strictObject(
  {
    text,
    language: z
      .string({ error: LANGUAGE })
      .regex(/^[a-z]{2}$/, LANGUAGE)
      .nullable()
      .default(null),
    published: z
      .string({ error: DATE })
      .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, DATE)
      .nullable()
      .default(null),
  },
  asObject,
);

/** Most characters of a phrase that metrics are suggested for. */
const MOST_OF_PHRASE = 1000;
const short = z.string().max(200);

/** A phrase around a number, and what its source says that the number counts. */
export const metricsRequest = z.strictObject({
  phrase: z
    .string({ error: "Send the phrase around the number" })
    .max(MOST_OF_PHRASE, "Send at most 1,000 characters of the phrase"),
  counted: z.strictObject({
    unit: z
      .strictObject({ kind: z.enum(["percent", "points", "currency", "times", "place", "noun"]), text: short })
      .nullable(),
    per: short.nullable(),
    whole: short.nullable(),
    change: z.enum(["up", "down"]).nullable(),
  }),
});

function hasFewLines(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= MOST_LINES; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines <= MOST_LINES;
}
