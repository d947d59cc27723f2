import { WordingGlyph } from "@/components/charts/wording-glyph";
import { LOCALE } from "@/components/ui/locale";
import type { Quantity, Wording } from "@/lib/figures/figure";
import { boundsText, shortQuantity } from "@/lib/format/quantity";

/** Words that are filed as each wording, beside the one that names it. */
const WORDS: Readonly<Record<Wording, string>> = {
  exactly: "no word at all",
  about: "about, some, around, roughly, approximately",
  more_than: "more than, over, above, upwards of",
  at_least: "at least, no fewer than",
  nearly: "nearly, almost, close to, just under",
  less_than: "less than, under, below",
  up_to: "up to, as many as",
  between: "between a and b, a to b",
};

/** The wordings with their bounds, marks and short form, worked through with one number. */
export function WordingTable() {
  return (
    <table className="wordings">
      <thead>
        <tr>
          <th scope="col">The source says</th>
          <th scope="col">What is known</th>
          <th scope="col">Bar</th>
          <th scope="col">Point</th>
          <th scope="col">In short</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(WORDS) as Wording[]).map((wording) => {
          const quantity: Quantity = { wording, value: 9500, valueHigh: wording === "between" ? 9900 : null };
          return (
            <tr key={wording}>
              <th scope="row">{WORDS[wording]}</th>
              <td>{boundsText(quantity, "", LOCALE)}</td>
              <td>
                <WordingGlyph wording={wording} outlook="outcome" kind="bar" />
              </td>
              <td>
                <WordingGlyph wording={wording} outlook="outcome" kind="point" />
              </td>
              <td>{shortQuantity(quantity, "", LOCALE)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
