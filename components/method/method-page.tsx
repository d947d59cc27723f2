import { WordingTable } from "@/components/method/wording-table";

/** How figures are read, drawn and compared, and what they cannot tell. */
export function MethodPage() {
  return (
    <div className="prose">
      <h1>How figures are read</h1>
      <p className="lede">
        No number here stands without its wording and its source. “More than 9,500” never becomes 9,500: not in a chart,
        not in a table, not in a download.
      </p>

      <section id="wording">
        <h2>Words and what they bound</h2>
        <p>
          A figure is kept as its source words it. The word decides what is known about the true number: “more than”
          gives a lower bound and no upper one, “some” gives none at all. Bounds are read from the words and never
          invented.
        </p>
        <WordingTable />
        <p>
          Tail, haze and dashes always have the same length. They stand for a word, not for an amount. “Exactly” means
          only that the page prints the number without a qualifying word; the number may still be rounded.
        </p>
      </section>

      <section id="charts">
        <h2>What a chart may claim</h2>
        <ul>
          <li>
            A line joins only figures of the same metric, region and subject, and is marked where the source changes. A
            gap is a gap, not a zero.
          </li>
          <li>Bars start at zero. A scale on which each gridline is ten times the last takes dots, not bars.</li>
          <li>
            Places side by side are compared by the newest figure of each; a bar about another period than most, or
            counted otherwise, is grey. A chart says how many of how many it draws, and its table has the others.
          </li>
          <li>
            Claims that would hide each other are one ring with their number. Point at it, or go there with the arrow
            keys, and it opens them all. Where a chart is too narrow even for that, a mark stands beside its time, tied
            to it by a thin line; its own words and the table have the date.
          </li>
          <li>A share is drawn against its whole.</li>
          <li>
            Money is shown in the currency of the source. Where the source converts it in the same breath, its own
            conversion stands on the page of the figure.
          </li>
          <li>Figures with different units are never put on one axis.</li>
        </ul>
      </section>

      <section id="targets">
        <h2>Targets</h2>
        <p>
          Plans, targets and forecasts are drawn hollow and dashed, say so in words, and never join a line of outcomes.
        </p>
      </section>

      <section id="dates">
        <h2>Dates</h2>
        <p>
          Three dates are kept apart: the time a figure speaks of, the day its source was published, and the day it was
          recorded here. Each is as precise as the source makes it: a year is never turned into its first of January.
          Where no date is stated, the figure says so and stays out of charts over time. A figure counts as old when its
          date lies further back than the shelf life of its metric.
        </p>
      </section>

      <section id="claims">
        <h2>When sources disagree</h2>
        <p>Two figures of the same metric, region, subject and time are compared by their bounds.</p>
        <dl className="record">
          <div>
            <dt>Claims agree</dt>
            <dd>One lies within the bounds of the other, or both say the same.</dd>
          </div>
          <div>
            <dt>One is vaguer</dt>
            <dd>Both give the same number, one in looser words.</dd>
          </div>
          <div>
            <dt>Claims differ</dt>
            <dd>No number satisfies both. Both are shown as printed.</dd>
          </div>
          <div>
            <dt>Cannot tell</dt>
            <dd>The words leave it open, as “about” always does.</dd>
          </div>
          <div>
            <dt>Not comparable</dt>
            <dd>Time, unit, subject or region differs, or a date is missing. The reason is given.</dd>
          </div>
        </dl>
        <p>Articles that repeat one origin count once.</p>
      </section>

      <section id="speakers">
        <h2>Who says so</h2>
        <p>
          Each figure names who states it and what kind of speaker that is: an official statistic, an official
          statement, a company, the outlet itself, or nobody named. What a company says about itself is marked as its
          claim.
        </p>
      </section>

      <section id="limits">
        <h2>What these figures cannot tell</h2>
        <ul>
          <li>
            Most pages were at hand only with their beginning. A page may say more further down, or correct itself.
          </li>
          <li>Dates inferred from the text are marked in the note of the figure or source.</li>
          <li>Some pages are reposts or translations; their wording may differ from the original.</li>
          <li>Several figures contradict each other. They are kept as printed.</li>
          <li>
            Tech companies, start-ups, unicorns and the digital economy have no common definition. Compare regions only
            with the definition in view.
          </li>
        </ul>
      </section>
    </div>
  );
}
