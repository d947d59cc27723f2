import "server-only";
import { keyPlace, readCursor, writeCursor } from "@/lib/api/reading/cursor";
import { someOf, toFigureRecord } from "@/lib/api/reading/figure-record";
import { type Answer, goingOn, readQuery } from "@/lib/api/reading/for-readers";
import { assertDay } from "@/lib/api/reading/known-day";
import { unknownKey } from "@/lib/api/reading/known-keys";
import { chooseFigures } from "@/lib/data/public/figures-file";
import { listFigures } from "@/lib/data/public/listing/figure-list";
import { FIGURE_RECORD_FIELDS, settledFields } from "@/lib/schemas/api/figure-record";
import { figuresQuery } from "@/lib/schemas/api/parameters";
import { DomainError } from "@/lib/schemas/domain-error";

/** Published figures, in the order in which they were recorded. */
export async function answerFigures(request: Request): Promise<Answer> {
  const { limit, cursor, fields, region = [], ...query } = readQuery(request, figuresQuery);
  assertFields(fields);
  assertDay(query["as-of"]);
  assertYears(query.from, query.to);
  const chosen = await chooseFigures({ ...query, region, id: [] });
  if (!chosen.ok) {
    const [name = "", ...key] = chosen.missing[0]?.split(" ") ?? [];
    throw name === "" ? new DomainError(422, chosen.code, chosen.message) : await unknownKey(name, key.join(" "));
  }
  const after = cursor === undefined ? 0 : readCursor("figures", cursor, keyPlace);
  const { figures, next, total } = await listFigures(chosen.filter, after, limit);
  const goesOn = goingOn(request, next === null ? null : writeCursor("figures", next));
  const data = figures.map((figure) => someOf(toFigureRecord(figure), fields));
  const told = fields === undefined ? {} : { fields: settledFields(fields) };
  return { body: { data, next: goesOn, total, ...told }, next: goesOn };
}

/** Refuses (400) fields that no figure has. */
export function assertFields(fields: readonly string[] | undefined): void {
  const wrong = fields?.find((name) => !FIGURE_RECORD_FIELDS.includes(name));
  if (wrong === undefined) return;
  const message = `A figure has no field “${wrong.slice(0, 40)}”: ask for ${FIGURE_RECORD_FIELDS.join(", ")}.`;
  const issues = [{ path: "fields", code: "unknown_value", message }];
  throw new DomainError(400, "unknown_value", message, { issues, beside: { known: FIGURE_RECORD_FIELDS } });
}

function assertYears(from = 0, to = 9999): void {
  if (from <= to) return;
  const message = `from (${from}) is after to (${to}): turn them round.`;
  throw new DomainError(400, "unknown_value", message, { issues: [{ path: "from", code: "unknown_value", message }] });
}
