import type { FieldName } from "@/lib/importing/fields";
import type { FileDescription } from "@/lib/importing/files/description";
import type { FileUnit } from "@/lib/importing/units/file-unit";
import { headerUnit, parseUnit } from "@/lib/importing/units/stated-unit";

/** Where units of a table may stand beside its rows. */
interface UnitPlaces {
  /** What a person said of the whole file. */
  readonly said: string | undefined;
  readonly description: FileDescription;
  readonly fileUnit: FileUnit | null;
}

/** Finds the unit that is said nearest to a number: by a person, in its row or the header, by the description, in a line above the table. */
export class NearestUnit {
  readonly #places: UnitPlaces;

  constructor(places: UnitPlaces) {
    this.#places = places;
  }

  /** What the fields of the unit say. `unit` and `multiplier` are those of the row, "" for none; `column` is the header of the number. */
  of(
    { unit, multiplier, metric }: Readonly<Record<"unit" | "multiplier" | "metric", string>>,
    column: string,
  ): Partial<Record<FieldName, string>> {
    const { said, description, fileUnit } = this.#places;
    if (said !== undefined) return { unit: said };
    const near = withScale(unit, headerUnit(metric)) || description.units.get(column);
    const nearest = near ?? headerUnit(column);
    const found = near === undefined ? {} : { unit: near };
    if (fileUnit === null || multiplier !== "") return found;
    if (!fileUnit.isScale)
      return nearest === null ? { unit: fileUnit.text } : { ...found, ...contradiction(nearest, fileUnit) };
    // What is a part of something is not said in thousands.
    const isPart = nearest !== null && /^(?:percent|points)$/.test(parseUnit(nearest).kind);
    return isPart ? found : { ...found, unit_multiplier: fileUnit.text };
  }
}

/** A unit with the scale that the name of what is measured has: "NOK" in a row of "Retail sales, bn". */
function withScale(unit: string, named: string | null): string {
  if (unit === "" || named === null) return unit || (named ?? "");
  const isScale = parseUnit(named).kind === "none" && parseUnit(unit).power === 0;
  return isScale ? `${named} ${unit}` : unit;
}

/**
 * "USD" in the header below "in thousands of US dollars": nobody can tell whether the scale holds. Both are told as one text, which no metric
 * is in, so that it is asked about. Nothing where what stands nearer has a scale of its own, or measures something else.
 */
function contradiction(nearest: string, { text }: FileUnit): { readonly unit?: string } {
  const [near, above] = [parseUnit(nearest), parseUnit(text)];
  const isAlike = near.kind === above.kind || near.kind === "number";
  return above.power > 0 && near.power === 0 && isAlike ? { unit: `${nearest}; ${text}` } : {};
}
