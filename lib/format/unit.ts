/** Names of the currencies that readers meet here; any other ISO 4217 code is shown as the code. */
const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: "yuan",
  USD: "US dollars",
  INR: "rupees",
  ILS: "shekels",
  BRL: "reais",
  JPY: "yen",
  EUR: "euros",
};

const CURRENCY_CODE = /^[A-Z]{3}$/;

/** Whether a unit is an ISO 4217 code. */
export function isCurrency(unit: string): boolean {
  return CURRENCY_CODE.test(unit) && unit !== "";
}

/**
 * A unit as written after a number: "%" for percent, a currency's name, "" for a bare ratio, else the counted noun,
 * in the singular when the digits are exactly 1.
 */
export function unitText(unit: string, digits: string): string {
  if (unit === "percent") return "%";
  if (unit === "ratio") return "";
  if (isCurrency(unit)) return CURRENCIES[unit] ?? unit;
  if (digits !== "1") return unit;
  if (unit === "people") return "person";
  return unit.replace(/ies$/, "y").replace(/s$/, "");
}

/** A number and its unit in one text, joined by a no-break space, or by nothing before a percent sign. */
export function joinUnit(number: string, unit: string): string {
  if (unit === "") return number;
  return unit === "%" ? `${number}%` : `${number}\u00a0${unit}`;
}
