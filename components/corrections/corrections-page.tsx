import { aboutText, CORRECTED, whyText } from "@/components/corrections/correction-text";
import { SaidThen } from "@/components/figure/said-then";
import { LOCALE } from "@/components/ui/locale";
import { Tag } from "@/components/ui/tag";
import type { Correction, Corrections } from "@/lib/figures/history";
import { dayText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** Every correction of a published figure, newest first. `before` is the revision before which they were made; null for the newest. */
export function CorrectionsPage({
  corrections: { list, earlier },
  before,
}: {
  readonly corrections: Corrections;
  readonly before: number | null;
}) {
  return (
    <>
      <h1>Corrections</h1>
      <p className="lede">
        Every published figure that was corrected, retracted or put back, newest first, with what it said before. As a
        feed: <a href={paths.correctionsFeed("atom")}>Atom</a>.
      </p>
      {list.length === 0 ? (
        <p className="empty">
          {before === null ? "No published figure has been corrected so far." : "There are no earlier corrections."}
        </p>
      ) : (
        <dl className="record changes">
          {list.map((correction) => (
            <Entry key={correction.revision} correction={correction} />
          ))}
        </dl>
      )}
      <p className="meta">
        A change of a metric, a region or a source as such stands in the history of each figure that it is read with.
        What figures say, and why, is told in <a href={paths.method()}>how figures are read</a>.
      </p>
      {before === null && earlier === null ? null : (
        <nav className="pager" aria-label="Pages of the list">
          {before === null ? null : <a href={paths.corrections()}>Newest corrections</a>}
          {earlier === null ? null : <a href={paths.corrections({ before: earlier })}>Earlier corrections</a>}
        </nav>
      )}
    </>
  );
}

function Entry({ correction }: { readonly correction: Correction }) {
  const { figure, kind, at, revision } = correction;
  const why = whyText(correction);
  return (
    <div>
      <dt>
        <time dateTime={at}>{dayText(at, LOCALE)}</time>
      </dt>
      <dd>
        <Tag tone={kind === "retracted" ? "warn" : "mute"}>{CORRECTED[kind]}</Tag>{" "}
        <a href={paths.revision(figure, revision)}>{aboutText(correction)}</a>
        <SaidThen change={correction} />
        {why === "" ? null : <p className="meta">{why}</p>}
      </dd>
    </div>
  );
}
