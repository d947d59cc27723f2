import { findMeasure } from "@/lib/data/public/find-measure";
import type { MetricKind } from "@/lib/figures/figure";
import { valuesInUnit } from "@/lib/importing/units/number-in-unit";
import { readNumber } from "@/lib/numbers/read-number";

/**
 * The body of a figure with its value and upper value in the metric's unit, where they are typed with it ("12.3%"). `key` is that of
 * the figure that a change is for, null for a new one. What is not understood stays, and is refused where the body is parsed.
 */
export async function figureValues(body: unknown, key: string | null): Promise<unknown> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const said = body as Readonly<Record<string, unknown>>;
  if (![said.value, said.valueHigh].some(hasUnit)) return body;
  const { metric } = said;
  const isNew = typeof metric === "object" && metric !== null;
  const measure = isNew
    ? measureIn(metric as Readonly<Record<string, unknown>>)
    : await findMeasure(typeof metric === "string" ? { metric } : { figure: key ?? "" });
  return valuesInUnit(said, measure);
}

function hasUnit(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const reading = readNumber(value);
  return !reading.ok && reading.says?.unit != null;
}

function measureIn({ unit, counted, kind }: Readonly<Record<string, unknown>>) {
  if (typeof unit !== "string") return null;
  return { unit, counted: typeof counted === "string" ? counted : null, kind: kind as MetricKind };
}
