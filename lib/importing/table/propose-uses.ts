import { monthOf } from "@/lib/dates/month-names";
import { foldHeader, NOT_TAKEN } from "@/lib/importing/fields";
import { type FileDescription, NO_DESCRIPTION } from "@/lib/importing/files/description";
import { fieldOfHeader } from "@/lib/importing/match-columns";
import type { PlaceMatcher } from "@/lib/importing/places/match-place";
import { isTime } from "@/lib/importing/table/cell-kind";
import { firstBeside, isEmpty, isNumeric, knownPlaces, share, total } from "@/lib/importing/table/column-facts";
import { acrossReason, levelsOf } from "@/lib/importing/table/header-levels";
import {
  isCodeName,
  isCounterName,
  isCurrencyName,
  isDimensionName,
  isMarginName,
  isTechnicalName,
  namedUse,
} from "@/lib/importing/table/header-uses";
import type { TableColumn } from "@/lib/importing/table/headers";
import { headerCode } from "@/lib/importing/table/labelled";
import type { ColumnUse, LevelSays, Recipe } from "@/lib/importing/table/recipe";
import type { ColumnFacts, TableFacts } from "@/lib/importing/table/scan-table";
import { parseUnit } from "@/lib/importing/units/stated-unit";

/** What a column is used for, and why. */
export interface ColumnRole {
  readonly column: TableColumn;
  readonly use: ColumnUse;
  /** In a few words, for people. */
  readonly reason: string;
}

/** What the columns of a table are used for, and what the rows of its header say of the numbers below them. */
export interface TableUses {
  readonly roles: readonly ColumnRole[];
  /** One for each row of the header, from the first; empty where numbers stand in one column. */
  readonly levels: readonly LevelSays[];
}

/** Why nothing is lost where a column is left out. */
const SPARE = {
  empty: "it is empty",
  counter: "it counts the rows",
  named: "another column names the same",
  places: "another column names the same places",
} as const;
const SPARE_REASONS: ReadonlySet<string> = new Set(Object.values(SPARE));

/** Whether a column is left out with nothing lost: it says what another says, or nothing. */
export const isSpare = ({ use, reason }: ColumnRole) => use === "ignore" && SPARE_REASONS.has(reason);

/** Columns under names of our own fields that make a file one that was written for this import. */
export const FEWEST_OWN = 3;
/**
 * Proposes what the columns are used for: by what the file says of itself, by their headers, and then by what they hold; what a recipe
 * says has the last word.
 */
export function proposeUses(
  facts: TableFacts,
  recipe: Recipe,
  places: PlaceMatcher,
  description: FileDescription = NO_DESCRIPTION,
): TableUses {
  const taken = new Set<ColumnUse>();
  const roles = new Map<number, ColumnRole>();
  const all = facts.columns;
  const set = ({ column }: ColumnFacts, use: ColumnUse, reason: string) => {
    roles.set(column.index, { column, use, reason });
    if (use !== "ignore" && use !== "across") taken.add(use);
  };
  // Whoever uses our own names of columns says everything in them; a file that describes itself was given them.
  const isOurs =
    description.fields.size === 0 &&
    all.filter(({ column }) => fieldOfHeader(column.name).by === "name").length >= FEWEST_OWN;
  const isTimedAcross = all.filter(({ column }) => column.levels.some(isTime)).length > 1;
  /** "TIME" above the names of places: it is what stands to its right. */
  const isNamesBesideTimes = (one: ColumnFacts) => isTimedAcross && share(one, "text") >= 0.5;
  const open = () => all.filter(({ column }) => !roles.has(column.index));

  for (const one of all) {
    const said = recipe.columns[one.column.name];
    if (said !== undefined) set(one, said, "as was said");
  }
  const beside = firstBeside(all, places);
  for (const one of open()) {
    if (isEmpty(one)) set(one, "ignore", SPARE.empty);
    else if (beside !== null && one.column.index >= beside.index)
      set(one, "ignore", `a table of its own begins with “${beside.name}”`);
    else if (isMarginName(one.column.name) && one.column.index > 0) set(one, "margin", "it is called margins of error");
    else if (isCounter(one, facts)) set(one, "ignore", SPARE.counter);
    else if (isOurs && NOT_TAKEN.has(foldHeader(one.column.name))) set(one, "ignore", "it is worked out from others");
    else if (isTechnicalName(headerCode(one.column.name))) set(one, "ignore", "it says how the data is kept");
  }
  for (const one of open()) {
    const use = description.fields.get(one.column.name);
    // Places may be better known by their codes, which stand beside their names.
    if (use !== undefined && use !== "region" && !taken.has(use)) set(one, use, "the file says so");
  }
  const isSdmx = ["OBS_VALUE", "TIME_PERIOD"].every((code) =>
    all.some(({ column }) => headerCode(column.name) === code),
  );
  for (const one of open()) {
    const use = headerUse(one);
    // A currency stands beside its scale.
    const isTaken = use !== null && taken.has(use) && !(use === "unit" && isCurrencyName(one.column.name));
    if (use === null || isTaken || !fits(one, use) || (use === "period" && isNamesBesideTimes(one))) continue;
    const label = isSdmx && (LABELLED.has(use) || (use === "unit" && !isKnownUnit(one))) ? labelOf(one) : null;
    if (label !== null) set(one, "ignore", SPARE.named);
    const spelled = isSdmx && SPELLED.has(use) ? labelOf(one) : null;
    if (spelled !== null) set(spelled, "ignore", SPARE.named);
    set(label ?? one, use, `it is called “${(label ?? one).column.name}”`);
  }
  const [years, months] = [
    open().find((one) => one.kinds.year > 0 && share(one, "year") === 1 && !one.column.levels.some(isTime)),
    open().find((one) => one.texts.size > 1 && [...one.texts.keys()].every((text) => monthOf(text) > 0)),
  ];
  if (years && months && !taken.has("period")) {
    set(years, "year", `it holds years: ${years.samples[0] ?? ""}`);
    set(months, "month", `it holds months: ${months.samples[0] ?? ""}`);
  }
  // A year without months or quarters is the whole period, and so is what is called a month and has its year.
  for (const [index, role] of roles) {
    const isWhole = role.use === "year" ? !taken.has("month") && !taken.has("quarter") : !taken.has("year");
    const isTimed = role.use === "year" || role.use === "month" || role.use === "quarter";
    if (!isTimed || !isWhole || taken.has("period") || recipe.columns[role.column.name]) continue;
    roles.set(index, { ...role, use: "period" });
    taken.add("period");
  }
  if (!taken.has("period") && !taken.has("year") && !isTimedAcross) {
    const time = open().find((one) => share(one, "time", "year") >= 0.8 && !one.column.levels.some(isTime));
    if (time) set(time, "period", `it holds times: ${time.samples[0] ?? ""}`);
  }
  if (!taken.has("region") || roles.size < all.length) chooseRegion();
  const described = open().find(({ column }) => description.fields.get(column.name) === "region");
  if (described !== undefined && !taken.has("region")) set(described, "region", "the file says so");
  for (const one of open()) {
    if (description.texts.has(one.column.name) && isNumeric(one))
      set(one, "ignore", "the file says that it holds texts");
  }
  for (const one of open()) if (isNumeric(one) && isCodeName(one.column.name)) set(one, "ignore", "it holds codes");
  for (const one of open()) if (isFlags(one, all)) set(one, "flags", "it holds flags of the numbers beside it");
  // Where several columns are headed by times, these have the numbers; a number beside them is something else.
  const timed = open().filter(({ column }) => column.levels.some(isTime));
  const wide = timed.length > 1 ? timed : open().filter((one) => isNumeric(one) || timed.includes(one));
  const levels =
    recipe.levels ??
    levelsOf(
      wide.map(({ column }) => column),
      all[0]?.column.levels.length ?? 0,
      places,
      taken.has("period"),
    );
  const isAcross = wide.length > 1 || levels.some((says) => says === "period" || says === "region" || says === "unit");
  for (const one of wide) {
    if (taken.has("value") && !one.column.levels.some(isTime)) set(one, "ignore", "another column has the numbers");
    else if (isAcross) set(one, "across", acrossReason(one.column, levels));
    else set(one, "value", "it holds the numbers");
  }
  const { region, metric } = recipe.constants;
  // Where places stand above the numbers, or one is said for all, what stands in rows is what is measured.
  const isOfOnePlace =
    levels.includes("region") || (region !== undefined && metric === undefined && !taken.has("region"));
  for (const one of open()) {
    if (isNamedElsewhere(one)) set(one, "ignore", SPARE.named);
    else if (isNumeric(one)) set(one, "ignore", "no time stands above it, as above the others");
    else if (one.texts.size <= 1) set(one, "ignore", `it says “${one.samples[0] ?? ""}” in every row`);
    else if (isOfOnePlace && !levels.includes("metric") && !taken.has("metric"))
      set(one, "metric", "it names what the numbers of each place are");
    else if (!isOurs && (isCategory(one) || isDimensionName(headerCode(one.column.name))))
      set(one, "metric", "it tells the numbers of one place and time apart");
    else set(one, "ignore", "it holds text that no field is known for");
  }
  return {
    roles: all.map(({ column }) => roles.get(column.index) ?? { column, use: "ignore", reason: "" }),
    levels: [...roles.values()].some(({ use }) => use === "across") ? levels : [],
  };

  /** Of columns that name places the one whose names are known best; others say the same in codes. */
  function chooseRegion(): void {
    const said = [...roles.values()].find(({ use }) => use === "region");
    const candidates = all
      .filter(({ column }) => column.index === said?.column.index || !roles.has(column.index))
      .map((one) => ({ one, known: knownPlaces(one, places) }))
      .filter(({ one, known }) => one.column.index === said?.column.index || (known >= 0.6 && isBeside(one, said)));
    if (said !== undefined && recipe.columns[said.column.name] !== undefined) return;
    const best = [...candidates].sort(
      (a, b) => widerOf(b.one, a.one) || b.known - a.known || b.one.texts.size - a.one.texts.size,
    )[0];
    if (best === undefined) return;
    for (const { one } of candidates) if (one !== best.one) set(one, "ignore", SPARE.places);
    set(best.one, "region", `it holds places: ${best.one.samples[0] ?? ""}`);
  }

  /** 1 where both are called places and the first tells more of them apart, -1 the other way round, else 0. */
  function widerOf(one: ColumnFacts, other: ColumnFacts): number {
    const isPlaces = [one, other].every(({ column }) => namedUse(column.name) === "region");
    return isPlaces ? Math.sign(one.texts.size - other.texts.size) : 0;
  }

  /** Whether a column may name the places of one that is called so: it tells as many apart. "SA" in every row is a way of adjusting. */
  function isBeside(one: ColumnFacts, said: ColumnRole | undefined): boolean {
    const own = said === undefined ? undefined : all[said.column.index];
    // A country and its part: the narrower of two that are called places is the place.
    if (own !== undefined && namedUse(one.column.name) === "region" && one.texts.size > own.texts.size) return true;
    return own === undefined || Math.abs(own.texts.size - one.texts.size) * 10 <= own.texts.size;
  }

  /** The column of names right after a column of codes, as SDMX-CSV has them side by side. */
  function labelOf(one: ColumnFacts): ColumnFacts | null {
    const next = all[one.column.index + 1];
    const isPair = SDMX_CODE.test(one.column.name) && next !== undefined && !SDMX_CODE.test(next.column.name);
    return isPair && !isEmpty(next) && !roles.has(next.column.index) ? next : null;
  }

  function isNamedElsewhere(one: ColumnFacts): boolean {
    return isCodeName(one.column.name) && [...roles.values()].some(({ use }) => use === "metric" || use === "region");
  }
}

/** A code of SDMX as a header. */
const SDMX_CODE = /^[A-Z][A-Z0-9_]*$/;

/** What is taken from the names and not from the codes. */
const LABELLED: ReadonlySet<ColumnUse> = new Set(["metric", "basis"]);

/** What is taken from the codes and not from their names. */
const SPELLED: ReadonlySet<ColumnUse> = new Set(["flags", "unit_multiplier"]);

function headerUse({ column, kinds }: ColumnFacts): ColumnUse | null {
  const use = namedUse(headerCode(column.name));
  return use === "release" && kinds.text > 0 ? "flags" : use;
}

/** Whether all that a column of units says is understood. */
function isKnownUnit({ texts }: ColumnFacts): boolean {
  return [...texts.keys()].every((text) => parseUnit(text).kind !== "noun");
}

/** Whether what a column holds is what its header promises: "Region 2" with numbers is no place. */
function fits(one: ColumnFacts, use: ColumnUse): boolean {
  if (use === "region" || use === "metric") return share(one, "text") >= 0.5;
  return true;
}

/** 1, 2, 3, … under a name that says nothing. */
function isCounter(one: ColumnFacts, { columns }: TableFacts): boolean {
  const isNamed = !isCounterName(one.column.name);
  return (
    one.column.index === 0 && columns.length > 2 && !isNamed && one.samples.every((text, at) => text === String(at + 1))
  );
}

/** Few short texts that come again and again, as those of a dimension do. */
function isCategory(one: ColumnFacts): boolean {
  return (
    !one.hasMoreTexts &&
    one.texts.size * 2 <= total(one) + 1 &&
    [...one.texts.keys()].every((text) => text.length <= 120)
  );
}

/** Short letters beside a column of numbers, most of them empty. */
function isFlags(one: ColumnFacts, all: readonly ColumnFacts[]): boolean {
  const before = all[one.column.index - 1];
  const isShort = [...one.texts.keys()].every((text) => /^[a-z]{1,3}$/i.test(text));
  const last = one.column.levels.at(-1) ?? "";
  const isUnnamed = last === "" || /^notes?$/i.test(last) || namedUse(last) === "flags";
  return (
    isUnnamed &&
    isShort &&
    one.kinds.number === 0 &&
    before !== undefined &&
    (isNumeric(before) || before.column.levels.some(isTime))
  );
}
