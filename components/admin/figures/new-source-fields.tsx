"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { DateField } from "@/components/admin/fields/date-field";
import { NewRecord } from "@/components/admin/fields/new-record";
import { TextField } from "@/components/admin/fields/text-field";
import { useAddress } from "@/components/admin/fields/use-address";
import { EMPTY_SOURCE, type NewSource, type SourceKind } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { SOURCE_KINDS } from "@/components/figures/labels";
import { type KnownSource, readSourceAddress } from "@/lib/reading/source-address";
import { SOURCE_TYPES } from "@/lib/schemas/nouns/source";

const KINDS = Object.fromEntries(Object.keys(SOURCE_TYPES).map((kind) => [kind, SOURCE_KINDS[kind] ?? kind])) as Record<
  SourceKind,
  string
>;
const LANGUAGE_NAMES = new Intl.DisplayNames(["en-GB"], { type: "language" });

/** A source that is made together with the figure. Its address comes first: what it tells fills in the rest. */
export function NewSourceFields({
  part,
  path,
  source,
  onChange,
  onChoose,
  onBack,
}: {
  readonly part: FigurePart;
  /** Path of the source in the figure: "citations.0.source". */
  readonly path: string;
  readonly source: NewSource;
  readonly onChange: (source: NewSource) => void;
  /** Takes a source that exists instead. */
  readonly onChoose: (slug: string) => void;
  readonly onBack: () => void;
}) {
  const address = useAddress(source.url, (before, after) => onChange(withAddress(source, source.url, after, before)));
  const set = (changes: Partial<NewSource>) => onChange({ ...source, ...changes });
  const at = (field: string) => ({ path: `${path}.${field}`, error: errorAt(part, `${path}.${field}`) });
  const existing = readSourceAddress(source.url, part.choices.sources)?.existing ?? null;
  const language = /^[a-z]{2}$/.test(source.language) ? LANGUAGE_NAMES.of(source.language) : undefined;
  return (
    <NewRecord title="New source" backLabel="Choose one of the sources instead" onBack={onBack}>
      <div>
        <TextField
          {...at("url")}
          label="Address"
          type="url"
          value={source.url}
          onChange={(url) => {
            address.typed();
            onChange(withAddress(source, url, part.choices.sources));
          }}
          hint="Paste the link or a DOI; what it tells fills in"
        />
        {existing === null ? null : (
          <div className="field-cures" role="status">
            <button type="button" className="btn small" onClick={() => onChoose(existing.slug)}>
              Recorded already: use “{existing.title}”
            </button>
          </div>
        )}
      </div>
      <TextField {...at("title")} label="Title" value={source.title} onChange={(title) => set({ title })} />
      <div className="field-row">
        <TextField
          {...at("publisher")}
          label="Publisher"
          value={source.publisher}
          onChange={(publisher) => set({ publisher })}
        />
        <DateField
          {...at("published")}
          label="Published"
          required={false}
          value={source.published}
          onChange={(published) => set({ published })}
        />
      </div>
      <div className="field-row">
        <ChoiceField
          {...at("kind")}
          label="Kind"
          value={source.kind}
          choices={KINDS}
          onChange={(kind) => kind !== null && set({ kind })}
        />
        <TextField
          {...at("language")}
          label="Language"
          value={source.language}
          onChange={(text) => set({ language: text })}
          hint={language ?? "Two letters, such as en or zh"}
        />
        <TextField
          {...at("authors")}
          label="By-line"
          required={false}
          value={source.authors}
          onChange={(authors) => set({ authors })}
          hint="Several separated by ;"
        />
      </div>
      <details className="folded">
        <summary>Archived copy</summary>
        <div className="field-row">
          <TextField
            {...at("archiveUrl")}
            label="Archived copy"
            type="url"
            required={false}
            value={source.archiveUrl}
            onChange={(archiveUrl) => set({ archiveUrl })}
          />
          <DateField
            {...at("archivedAt")}
            label="Archived on"
            required={false}
            value={source.archivedAt}
            onChange={(archivedAt) => set({ archivedAt })}
          />
        </div>
      </details>
    </NewRecord>
  );
}

/**
 * A source with what its new address tells. What the person wrote stays; what an address filled in before follows the new one.
 * `knownBefore` are the sources that were known when it was filled in last, where more are known by now.
 */
function withAddress(
  source: NewSource,
  typed: string,
  known: readonly KnownSource[],
  knownBefore: readonly KnownSource[] = known,
): NewSource {
  const before = readSourceAddress(source.url, knownBefore);
  const after = readSourceAddress(typed, known);
  // An address is cleaned only where it was pasted whole, never under the fingers of a person who types it.
  const isPasted = typed.length - source.url.length > 8;
  const next = { ...source, url: isPasted && after !== null ? after.url : typed };
  if (after === null) return next;
  const fill = (field: "title" | "publisher" | "published" | "archiveUrl" | "archivedAt") =>
    source[field] === "" || source[field] === before?.[field] ? (after[field] ?? "") : source[field];
  return {
    ...next,
    title: fill("title"),
    publisher: fill("publisher"),
    published: fill("published"),
    archiveUrl: fill("archiveUrl"),
    archivedAt: fill("archivedAt"),
    // What the text itself told is surer than what its site mostly has.
    language: [EMPTY_SOURCE.language, before?.language].includes(source.language)
      ? (after.language ?? source.language)
      : source.language,
    kind: (Object.keys(SOURCE_TYPES) as SourceKind[]).find((kind) => kind === after.kind) ?? source.kind,
  };
}
