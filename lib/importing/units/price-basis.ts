/** A unit of money without what it says of prices, and that; null where it says nothing. */
interface Priced {
  readonly rest: string;
  readonly basis: string | null;
}

/** A longer text is no unit. */
const LONGEST = 200;
const YEAR = "(?:\\(?(\\d{4})\\)?\\s+)?";
/** "constant 2015 US$", "current US$", "2015 constant prices" at its beginning. */
const BEFORE = new RegExp(`^(?:at |in )?${YEAR}(constant|current)\\s+${YEAR}(?:prices?[,;:]?\\s+)?(?=\\S)`, "i");
/** "2019 inflation-adjusted dollars", as the US Census writes. */
const ADJUSTED = /^(?:in )?(\d{4}) inflation-adjusted\s+(?=\S)/i;
/** "million yuan, constant 2010 prices", "EUR at current prices", "USD (constant prices, 2015)". */
const BEHIND = new RegExp(
  `[\\s,;(]+(?:at |in )?${YEAR}(constant|current)\\s+${YEAR}prices?(?:[\\s,(]+(?:of )?(\\d{4})\\)?(?:\\s?=\\s?100)?)?\\)?$`,
  "i",
);
const VOLUMES = /[\s,;(]*chain(?:ed|[- ]linked)?\s+volumes?[\s,(]*(?:reference year )?(\d{4})?\)?[\s,]*/i;
/** Eurostat: CP_MEUR, CLV15_MEUR. */
const CODES = /^(?:(CP)|CLV[ _]?(?:I)?(\d{2}))[ _](?=M(?:EUR|NAC)$|MIO)/;
const CHINESE = /[,，;；(（\s]*按?((?:\d{4}年)?不变价|可比价|当年价|现价)格?(?:计算)?[)）]?$/;

/** Parts what a unit says of prices ("constant 2015 US$": US$, constant 2015 prices) from the unit. */
export function withoutPrices(text: string): Priced {
  if (text.length > LONGEST) return { rest: text, basis: null };
  const adjusted = ADJUSTED.exec(text);
  if (adjusted !== null) return { rest: text.slice(adjusted[0].length), basis: pricesOf("constant", adjusted[1]) };
  const before = BEFORE.exec(text);
  if (before !== null) {
    const [all, first, kind = "", second] = before;
    return { rest: text.slice(all.length), basis: pricesOf(kind, first ?? second) };
  }
  const behind = BEHIND.exec(text);
  if (behind !== null) {
    const [all, first, kind = "", second, third] = behind;
    return { rest: text.slice(0, -all.length), basis: pricesOf(kind, first ?? second ?? third) };
  }
  const volumes = VOLUMES.exec(text);
  if (volumes !== null) return { rest: text.replace(VOLUMES, " ").trim(), basis: volumesOf(volumes[1]) };
  const code = CODES.exec(text);
  if (code !== null) {
    const [all, current, year] = code;
    const basis = current === undefined ? volumesOf(`20${year}`) : pricesOf("current", undefined);
    return { rest: text.slice(all.length), basis };
  }
  const chinese = CHINESE.exec(text);
  if (chinese === null) return { rest: text, basis: null };
  const [all, said = ""] = chinese;
  const isCurrent = /当年价|现价/.test(said);
  return {
    rest: text.slice(0, -all.length),
    basis: pricesOf(isCurrent ? "current" : "constant", /\d{4}/.exec(said)?.[0]),
  };
}

function pricesOf(kind: string, year: string | undefined): string {
  return `${kind.toLowerCase()}${year === undefined ? "" : ` ${year}`} prices`;
}

function volumesOf(year: string | undefined): string {
  return `chain linked volumes${year === undefined ? "" : ` (${year})`}`;
}
