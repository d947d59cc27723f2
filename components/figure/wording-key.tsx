import { WordingGlyph } from "@/components/charts/wording-glyph";
import type { Wording } from "@/lib/figures/figure";
import { paths } from "@/lib/paths";

const KEY: readonly { readonly wording: Wording; readonly meaning: string }[] = [
  { wording: "exactly", meaning: "exactly" },
  { wording: "more_than", meaning: "“more than”: above this" },
  { wording: "nearly", meaning: "“nearly”: just under this" },
  { wording: "about", meaning: "“some”, “about”: near this" },
];

/** What the ends of bars say about the words of the source. Short, and in the first view: held open as a long part is (decision 5), it would move what follows. */
export function WordingKey() {
  return (
    <section className="key" data-whole="" aria-label="What the marks mean">
      <b>How sure is the source?</b>
      {KEY.map(({ wording, meaning }) => (
        <span key={wording}>
          <WordingGlyph wording={wording} outlook="outcome" kind="bar" />
          {meaning}
        </span>
      ))}
      <span>
        <WordingGlyph wording="exactly" outlook="target" kind="bar" />
        target
      </span>
      <a href={paths.method()}>All marks</a>
    </section>
  );
}
