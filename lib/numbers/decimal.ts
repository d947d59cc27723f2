/** Plain decimal digits, with a sign or none, times ten to a power from 0 on, exact: ("10.4", 6) is "10400000". Zeros of a fraction that are used up go. */
export function timesTen(digits: string, power: number): string {
  if (digits.startsWith("-")) return `-${timesTen(digits.slice(1), power)}`;
  const [whole = "0", fraction = ""] = digits.split(".");
  const moved = fraction.padEnd(power, "0");
  const left = `${whole}${moved.slice(0, power)}`.replace(/^0+(?=\d)/, "");
  const right = moved.slice(power);
  return right === "" ? left : `${left}.${right}`;
}

/** A finite number in plain decimal digits, without an exponent: those that JavaScript needs to tell it from its neighbours. */
export function plainDecimal(value: number): string {
  const [digits = "", exponent] = String(value).split("e");
  const power = Number(exponent ?? 0);
  if (power >= 0) return timesTen(digits, power);
  const sign = value < 0 ? "-" : "";
  return `${sign}0.${"0".repeat(-power - 1)}${digits.replace(/[-.]/g, "")}`;
}
