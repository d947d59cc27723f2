import { SaidThen } from "@/components/figure/said-then";
import { CAUSES } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { RevisionRecord, RevisionSubject } from "@/lib/figures/history";
import { dayText } from "@/lib/format/period";

const KINDS: Readonly<Record<string, string>> = {
  created: "Published",
  imported: "Imported",
  published: "Published",
  updated: "Changed",
  retracted: "Retracted",
  restored: "Restored",
  undone: "Taken back with its import",
};

/** A change of what is read beside the number. */
const BESIDE: Readonly<Record<Exclude<RevisionSubject, "figure">, string>> = {
  metric: "Metric changed",
  region: "Region changed",
  organisation: "Organisation changed",
  source: "Record of the source changed",
};

/** What readers may know of a figure's past: when it was published, what changed (also of what is read beside it), and why. */
export function FigureHistory({ history }: { readonly history: readonly RevisionRecord[] }) {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>History</h2>
      <dl className="record changes">
        {history.map((revision) => (
          <div key={revision.id} id={`revision-${revision.id}`}>
            <dt>{dayText(revision.at, LOCALE)}</dt>
            <dd>
              {headline(revision)}
              <SaidThen change={revision} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function headline({ subject, kind, who, cause, reason }: RevisionRecord): string {
  const why = cause === null ? "" : ` (${CAUSES[cause] ?? cause})`;
  const what = subject === "figure" ? (KINDS[kind] ?? kind) : BESIDE[subject];
  return `${what} by ${who}${why}${reason === null ? "" : `: ${reason}`}`;
}
