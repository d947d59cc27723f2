import { fieldName, fieldText } from "@/components/figures/field-text";
import { LOCALE } from "@/components/layout/locale";
import type { RevisionRecord } from "@/lib/figures/records";
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

const CAUSES: Readonly<Record<string, string>> = {
  typo: "our slip",
  source_corrected: "the source corrected it",
  newer_figure: "a newer figure",
  retracted: "withdrawn",
  other: "another reason",
};

/** What readers may know of a figure's past: when it was published, what changed, and why. */
export function FigureHistory({ history }: { readonly history: readonly RevisionRecord[] }) {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>History</h2>
      <dl className="record">
        {history.map((revision) => (
          <div key={revision.id}>
            <dt>{dayText(revision.at, LOCALE)}</dt>
            <dd>
              {headline(revision)}
              <Changes changes={revision.changes} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function headline({ kind, who, cause, reason }: RevisionRecord): string {
  const why = cause === null ? "" : ` (${CAUSES[cause] ?? cause})`;
  return `${KINDS[kind] ?? kind} by ${who}${why}${reason === null ? "" : `: ${reason}`}`;
}

function Changes({ changes }: Pick<RevisionRecord, "changes">) {
  if (changes.length === 0) return null;
  return (
    <ul className="plain">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {fieldName(field)}: <del>{fieldText(field, before)}</del> → <ins>{fieldText(field, after)}</ins>
        </li>
      ))}
    </ul>
  );
}
