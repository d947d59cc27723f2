import { timesTen } from "@/lib/numbers/decimal";
import { DIGITS_ZH, SCALES_ZH } from "@/lib/reading/quantities/wording-words";

/** Chinese numerals as plain digits: 三千六百 is 3600, 二十万 is 200000. Null for what is none. */
export function numeralDigits(written: string): string | null {
  if (/^[零〇一二三四五六七八九]{2,}$/.test(written)) {
    return [...written].map((digit) => DIGITS_ZH[digit] ?? 0).join("");
  }
  let whole = 0;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const mark of written) {
    const value = DIGITS_ZH[mark];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    const power = mark === "十" ? 1 : SCALES_ZH[mark];
    if (power === undefined) return null;
    if (power < 4) section += (digit ?? 1) * 10 ** power;
    else {
      section += digit ?? 0;
      if (power === 4) total += (section === 0 ? 1 : section) * 10_000;
      else {
        whole += (total + section === 0 ? 1 : total + section) * 10 ** power;
        total = 0;
      }
      section = 0;
    }
    digit = null;
  }
  const value = whole + total + section + (digit ?? 0);
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** 一万三 is 13,000 and 两千三 is 2,300: a last digit behind a scale, and no 零 between, counts the next lower scale. Null for other numerals. */
export function shortened(written: string): { readonly digits: string; readonly doubt: string } | null {
  const [, head = "", scale = "", last = ""] = /^(.*([百千万亿]))([一二三四五六七八九])$/.exec(written) ?? [];
  const whole = numeralDigits(head);
  if (last === "" || whole === null) return null;
  const rest = timesTen(String(DIGITS_ZH[last] ?? 0), (SCALES_ZH[scale] ?? 1) - 1);
  const digits = String(Number(whole) + Number(rest));
  return { digits, doubt: `${written} is read as ${digits}: say if ${numeralDigits(written)} is meant.` };
}
