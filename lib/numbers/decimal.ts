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

/** Plain unsigned digits rounded to 15 significant ones, halves up: as many as a double keeps exactly. */
export function roundedTo15(digits: string): string {
  const [whole = "0", fraction = ""] = digits.split(".");
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  const kept = first + 15;
  if (first < 0 || all.length <= kept) return digits;
  const up = (all[kept] ?? "0") >= "5" ? 1n : 0n;
  const rounded =
    String(BigInt(all.slice(0, kept)) + up).padStart(kept, "0") + "0".repeat(Math.max(0, whole.length - kept));
  const point = rounded.length - Math.max(0, Math.min(fraction.length, kept - whole.length));
  const [left, right] = [rounded.slice(0, point).replace(/^0+(?=\d)/, ""), rounded.slice(point)];
  return right === "" ? left || "0" : `${left || "0"}.${right}`;
}
