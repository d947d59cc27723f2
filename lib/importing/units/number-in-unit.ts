import type { Measured } from "@/lib/importing/units/row-unit";
import { compareUnit, parseUnit } from "@/lib/importing/units/stated-unit";
import { timesTen } from "@/lib/numbers/decimal";
import { type NumberReading, readNumber } from "@/lib/numbers/read-number";

/**
 * Reads a number that may have been typed with its unit, for a metric: "12.3%" is 12.3 under percent and "5 billion yuan" is 5000000000
 * under CNY; another unit than the metric's is refused with the reason. Without a metric (null) it is readNumber.
 */
export function readNumberIn(text: string, metric: Measured | null): NumberReading {
  const reading = readNumber(text);
  if (reading.ok || reading.says === null || reading.says.unit === null || metric === null) return reading;
  const { says } = reading;
  const compared = compareUnit(parseUnit(says.unit ?? ""), metric);
  // A form has a field of its own for what exactly is counted.
  if (!compared.ok || compared.basis !== null) {
    const message = `“${says.unit}” is not what the metric counts: it is in ${metric.unit}. Put right whichever is wrong`;
    return { ...reading, code: "unit", message, choices: [] };
  }
  if (reading.code !== "unit" || says.mark !== null) return reading;
  const sign = says.digits.startsWith("-") ? "-" : "";
  const digits = sign + timesTen(says.digits.replace("-", ""), compared.power);
  return { ok: true, digits, says: { ...says, digits, unit: null } };
}

/** The value and upper value of a figure's input as typed, those with the metric's unit as plain digits; the rest as it is. */
export function valuesInUnit(
  body: Readonly<Record<string, unknown>>,
  metric: Measured | null,
): Record<string, unknown> {
  const parts = (["value", "valueHigh"] as const).flatMap((part) => {
    const text = body[part];
    const reading = typeof text === "string" ? readNumberIn(text, metric) : null;
    return reading?.ok ? [[part, { digits: reading.digits }] as const] : [];
  });
  return { ...body, ...Object.fromEntries(parts) };
}
