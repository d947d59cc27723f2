import type { Remark } from "@/lib/importing/table/scan-table";
import { headerName, headerUnit, parseUnit, type StatedUnit, titleUnit } from "@/lib/importing/units/stated-unit";

/** A unit that a line above a table states for all of its numbers. */
export interface FileUnit {
  /** Row of the line, as a spreadsheet counts it. */
  readonly row: number;
  /** As written: "million yuan", 亿元. */
  readonly text: string;
  /** Whether it is a word of scale alone ("thousands"), beside which a unit may stand nearer to the numbers. */
  readonly isScale: boolean;
  /** What the line says it is the unit of ("Population" in "Population (number)"); null where it does not. */
  readonly of: string | null;
}

/** "Unit: million yuan", 单位：亿元, "Unit million yuan". */
const NAMED =
  /(?:^|[\s;；,，(（])(?:[计計]量[单單単]位|[单單単]位|units?(?: of measure(?:ment)?)?|einheit|unité|unidad(?: de medida)?)(?:\s?\[\w+\])?(\s*[:：]\s*|\s+)(\S.*?)\s*[)）]?$/i;
/** A cell that says that the next one is the unit. */
const LABEL =
  /^(?:[计計]量[单單単]位|[单單単]位|units?(?: of measure(?:ment)?)?(?:\s?\[\w+\])?|einheit|unité|unidad(?: de medida)?)\s?[:：]?$/i;
/** "(in thousands)", "Figures in million euro". */
const IN =
  /^[(（]?\s*(?:(?:all )?(?:numbers?|figures?|values?|amounts?|data)(?: are)?(?: expressed| shown| given)?\s+)?(?:in|en|em|w|v|i)\s+(\S.*?)\s*[)）]?\.?$/i;

/** What stands before the unit in the files of the Office for National Statistics: "PreUnit", "£" beside "Unit", "m". */
const BEFORE_UNIT = /^pre-?unit$/i;

/** A note that says of all numbers what they are in. */
const NOTE = /^(?:notes?|anmerkung(?:en)?|hinweis|注)\s*[:：]\s*/i;
const OF_ALL =
  /^(?:all )?(?:numbers?|figures?|values?|amounts?|data)(?: are)?(?: expressed| shown| given)? in\s+(\S.*?)\.?$/i;

/** The unit that a note below a table states of all its numbers. Null without one. */
function unitOfNotes(below: readonly Remark[]): FileUnit | null {
  for (const { row, text } of below) {
    const said = OF_ALL.exec(text.replace(NOTE, ""))?.[1];
    const unit = said === undefined ? null : parseUnit(said);
    if (unit !== null && isSure(unit)) return { row, text: unit.text, isScale: unit.kind === "none", of: null };
  }
  return null;
}

/** The unit that the lines above a table state, or else a note below it. Several that are not the same are told as one text, which no metric is in, so that they are asked about. Null without any. */
export function fileUnit(above: readonly Remark[], below: readonly Remark[] = []): FileUnit | null {
  const sign = above.find(({ cells: [label = ""] }) => BEFORE_UNIT.test(label))?.cells[1] ?? "";
  const found = above.flatMap(({ row, text, cells: [label = "", next = "", another] }) => {
    const isLabelled = next !== "" && another === undefined && LABEL.test(label);
    const unit = isLabelled ? parseUnit(sign + next) : unitOf(text);
    return unit === null ? [] : [{ row, unit, of: isLabelled ? null : subjectOf(text, unit) }];
  });
  const [first] = found;
  if (first === undefined) return unitOfNotes(below);
  const different = [...new Map(found.map(({ unit }) => [keyOf(unit), unit.text])).values()];
  const text = different.join("; ");
  const isScale = different.length === 1 && first.unit.kind === "none";
  return { row: first.row, text, isScale, of: different.length === 1 ? first.of : null };
}

const UNLESS =
  /,? (?:(?:unless|except where) (?:otherwise )?(?:stated|noted|indicated|specified|shown)(?: otherwise)?|(?:except|other than|excluding) (?:for )?(?:per[- ]|share |ratio|percent)[^;]*$)/i;

function unitOf(written: string): StatedUnit | null {
  const line = written.replace(UNLESS, "");
  const [, between, named] = NAMED.exec(line) ?? [];
  if (named !== undefined) {
    const unit = parseUnit(named);
    // Behind a colon it is a unit, whether or not it is known.
    if (/[:：]/.test(between ?? "") || isSure(unit)) return unit;
  }
  for (const text of [IN.exec(line)?.[1], titleUnit(line), ...bracketed(line), ...clauses(line)]) {
    const unit = text == null ? null : parseUnit(text);
    if (unit !== null && isSure(unit)) return unit;
  }
  return null;
}

/** What a clause of a title says that its numbers are in: "EBIT nach Ländern; Angaben in TEUR", "Pracujący, w tys.". */
const CLAUSE =
  /^(?:(?:numbers|figures|values|amounts|angaben|werte|beträge|valeurs|montants|datos|valores|dati|importi|bedragen|dane|údaje)\s+)?(?:in|en|em|w|v|i|x|×)\s+(\S.*)$/i;

function clauses(line: string): readonly string[] {
  return line.split(/[;；,，]\s+/).flatMap((clause, at) => {
    const said = CLAUSE.exec(clause)?.[1];
    const { kind, power } = parseUnit(said ?? clause);
    // What comes first may be the title: "Million euro, net" is none.
    if (at === 0) return power > 0 && (kind === "none" || kind === "currency") ? [clause] : [];
    const isScale = power > 0 && (said !== undefined || kind !== "noun" || /^\p{L}/u.test(clause));
    return isScale || kind === "percent" || (said !== undefined && kind === "currency") ? [said ?? clause] : [];
  });
}

/** What stands in brackets within a title and has a scale: "Table 1: Employment (thousands), by nation". */
function bracketed(line: string): readonly string[] {
  return [...line.matchAll(/[([（]([^()[\]（）]+)[)\]）]/g)].flatMap(([, text = ""]) => {
    const { kind, power } = parseUnit(text);
    return power > 0 || kind === "percent" ? [text] : [];
  });
}

/** Whether a text is a unit whatever it stands in: any noun may be in brackets, but not with a scale. */
const isSure = ({ kind, power }: StatedUnit) => kind !== "noun" || power > 0;

/** What stands before the unit in brackets; the number of a table is no subject. */
function subjectOf(line: string, unit: StatedUnit): string | null {
  const name = headerUnit(line) === unit.text ? headerName(line).trim() : "";
  return /^\p{L}/u.test(name) && !/^(?:table|tabelle|tab\.|tableau|表)\s?\S{1,6}$/i.test(name) ? name : null;
}

const keyOf = ({ kind, power, names }: StatedUnit) => JSON.stringify([kind, power, names]);
