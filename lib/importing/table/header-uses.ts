import { fieldOfHeader } from "@/lib/importing/match-columns";
import type { ColumnUse } from "@/lib/importing/table/recipe";

/** Headers of places. */
const PLACES =
  /^(?:geo(?:[\\/ ].*)?|nuts(?:[_ ]?(?:id|code|[0-3]))?|country|country name|entity|reference area|geography|geo.*label.*|geopolitical entity.*|land|länder|bundesl[aä]nder|staat|pays|país|province|state|地区|省份|省市|地域|都道府県|国)$/i;
/** Headers of foreign tables, folded, that our own fields do not have as aliases. */
const HEADERS: readonly (readonly [RegExp, ColumnUse])[] = [
  [
    /^(?:flags?|obs[_ ]?(?:status|flag)|status|observation status|data marking|.* flags?|(?:.* )?footnotes?)$/i,
    "flags",
  ],
  [/^estimates? start after$/i, "estimates_after"],
  [PLACES, "region"],
  [/^(?:indicator|indicator name|series|series name|variable|item|subject|statistic|measure|指标|指標)$/i, "metric"],
  [
    /^(?:units? of measure(?:ment)?|(?:maß)?einheit|unité(?: de mesure)?|unidad(?: de medida)?|unidade|unità(?: di misura)?|eenheid|enhet|enhed|yksikkö|jednostka(?: miary)?|jednotka|mértékegység|birim|satuan|đơn vị(?: tính)?|đvt|μονάδα|единица(?: измерения)?|одиниця|[计計]量[单單単]位|[单單単]位|단위)(?: ?\/ ?.*)?$/iu,
    "unit",
  ],
  [/^(?:price[_ ]base|preisbasis)$/i, "basis"],
  [/^(?:year|jahr|année|año|anno|年|年份|年次)$/i, "year"],
  [/^(?:quarter|quartal|trimestre|季度)$/i, "quarter"],
  [/^(?:month|monat|mois|mes|mese|月|月份)$/i, "month"],
];
/** Headers of currencies, which may stand beside those of scales. */
const CURRENCY = /^(?:currency(?: code)?|währung|devise|monnaie|moneda|moeda|valuta|币种|货币|通貨)$/i;
/** Headers of codes of something that another column names. */
const CODE = /\b(?:code|id|iso ?[23]?|iso[_ ]?alpha.*)\b/i;
/** Names of what tells the numbers of one place and time apart. */
const DIMENSION =
  /^(?:sex|gender|age|age[ _]?(?:group|class)e?s?|sector|industry|branch|category|type|product|commodity|variant|scenario|education(?: level)?|geschlecht|altersgruppen?|sexe|sexo|性别|年龄组?|行业|类别)$/i;
const MARGIN = /margins? of error|\bmoe\b|±/i;
/** What a header says of estimates beside their margins: nothing of what they are. */
const ESTIMATE = /^(?:point )?estimates?$/i;
const COUNTER = /^(?:|#|no\.?|nr\.?|lfd\. ?nr\.?|index|unnamed: ?0|序号)$/i;
/** Dimensions of SDMX that say how, and not what, is measured. */
const TECHNICAL =
  /^(?:freq|frequency|time frequency|dataflow|structure.*|last update|time_format|decimals|action|(?:last )?updated?|dernière mise à jour|letzte aktualisierung)$/i;

/** What a column is used for by its name; null where it says nothing sure. */
export function namedUse(name: string): ColumnUse | null {
  const found = HEADERS.find(([pattern]) => pattern.test(name))?.[1];
  if (found !== undefined) return found;
  if (isCurrencyName(name)) return "unit";
  const { field, by } = fieldOfHeader(name);
  return by === "close" ? null : field;
}

/** Whether a name is one of codes, or of places, which are codes where they are numbers. */
export function isCodeName(name: string): boolean {
  return CODE.test(name.replaceAll("_", " ")) || PLACES.test(name);
}

/** Whether a name is that of what tells numbers of one place and time apart. */
export const isDimensionName = (name: string): boolean => DIMENSION.test(name);

/** Whether a name is that of a column of currencies. */
export const isCurrencyName = (name: string): boolean => CURRENCY.test(name);

/** Whether a name is that of margins of error. */
export const isMarginName = (name: string): boolean => MARGIN.test(name);

/** Whether a name is that of a column that counts the rows. */
export const isCounterName = (name: string): boolean => COUNTER.test(name) || /^Column [A-Z]+$/.test(name);

/** Whether a name says how data is kept, and not what it is. */
export const isTechnicalName = (name: string): boolean => TECHNICAL.test(name);

/** Whether a name over all numbers says no more than that they are numbers, or times: "Value", "Year" above years. */
export function saysNothing(name: string): boolean {
  const use = namedUse(name);
  return ESTIMATE.test(name) || use === "period" || use === "value" || use === "year";
}
