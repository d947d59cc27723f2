import type { Figure } from "@/lib/figures/figure";
import { verdict } from "@/lib/figures/verdict";
import { wordedQuantity } from "@/lib/format/quantity";

/** Why two claims stand to each other as they do, with both, the smaller first: "Both can be true: more than 9,500 and 9,551 companies". */
export function verdictText(a: Figure, b: Figure, locale: string): string {
  const { kind, reason } = verdict(a, b);
  const why = reason.slice(0, 1).toUpperCase() + reason.slice(1);
  if (kind === "not_comparable") return why;
  const said = [a, b]
    .sort((one, other) => one.value - other.value || one.wording.localeCompare(other.wording, "en"))
    .map((figure) => wordedQuantity(figure, locale));
  return said[0] === said[1] ? `${why}: ${said[0]}` : `${why}: ${said.join(" and ")}`;
}
