"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import { type CitationDraft, EMPTY_CITATION, EMPTY_SOURCE } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { NewSourceFields } from "@/components/admin/figures/new-source-fields";
import { phraseWarningOf } from "@/components/admin/figures/phrase-warning";

const ROLES = { origin: "The statement comes from here", repeat: "Repeats it" } as const;
/** Words of a phrase: more is quoting at length. */
const MOST_WORDS = 25;

/** Where sources say the figure: one citation, or several. */
export function CitationsFields(part: FigurePart) {
  const { draft, change } = part;
  const set = (index: number, citation: CitationDraft | null) =>
    change({
      citations: draft.citations.flatMap((other, at) => (at !== index ? [other] : citation === null ? [] : [citation])),
    });
  return (
    <>
      <h2 id="sources">{draft.citations.length > 1 ? "Sources" : "Source"}</h2>
      {draft.citations.map((citation, index) => (
        <CitationFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a citation has no other name than its place
          key={index}
          part={part}
          citation={citation}
          index={index}
          onChange={(next) => set(index, next)}
          {...(index > 0 ? { onRemove: () => set(index, null) } : {})}
        />
      ))}
      <p>
        <button
          type="button"
          className="linklike"
          onClick={() => change({ citations: [...draft.citations, { ...EMPTY_CITATION, role: "repeat" }] })}
        >
          Another source says it too
        </button>
      </p>
    </>
  );
}

function CitationFields({
  part,
  citation,
  index,
  onChange,
  onRemove,
}: {
  readonly part: FigurePart;
  readonly citation: CitationDraft;
  readonly index: number;
  readonly onChange: (citation: CitationDraft) => void;
  readonly onRemove?: () => void;
}) {
  const set = (changes: Partial<CitationDraft>) => onChange({ ...citation, ...changes });
  const at = (field: string) => {
    const path = `citations.${index}.${field}`;
    return { path, error: errorAt(part, path) };
  };
  const { source } = citation;
  const words = citation.phrase.split(/\s+/).filter((word) => word !== "").length;
  const warning = phraseWarningOf(part, citation);
  return (
    <fieldset className="fields" aria-label={`Source ${index + 1}`}>
      {source !== null && typeof source === "object" ? (
        <NewSourceFields
          part={part}
          path={`citations.${index}.source`}
          source={source}
          onChange={(next) => set({ source: next })}
          onChoose={(slug) => set({ source: slug })}
          onBack={() => set({ source: null })}
        />
      ) : (
        <div>
          <RecordCombobox
            {...at("source")}
            label="Source"
            noun="source"
            choices={choiceLists(part.choices).sources}
            value={source}
            onChange={(key) => set({ source: key })}
            onAdd={(typed) => set({ source: newSource(typed) })}
          />
          <div className="field-cures">
            <button type="button" className="linklike" onClick={() => set({ source: EMPTY_SOURCE })}>
              Add a new source
            </button>
          </div>
        </div>
      )}
      <div className="field-row wide-second">
        <TextField
          {...at("locator")}
          label="Place"
          required={false}
          value={citation.locator}
          onChange={(locator) => set({ locator })}
          placeholder="para 1"
          hint="Paragraph, page or table"
        />
        <TextField
          {...at("phrase")}
          label="The phrase that holds the number"
          value={citation.phrase}
          onChange={(phrase) => set({ phrase })}
          hint={
            warning !== null ? (
              <span className="warned">{warning}</span>
            ) : words > MOST_WORDS ? (
              `${words} words; at most ${MOST_WORDS} are enough to find it`
            ) : (
              "At most 300 characters; kept so that anyone can find it"
            )
          }
        />
      </div>
      <details className="folded">
        <summary>More about this place</summary>
        <div className="fields">
          <div className="field-row">
            <TextField
              {...at("prefix")}
              label="Words just before it"
              required={false}
              value={citation.prefix}
              onChange={(prefix) => set({ prefix })}
              hint="Where the phrase stands more than once"
            />
            <TextField
              {...at("suffix")}
              label="Words just after it"
              required={false}
              value={citation.suffix}
              onChange={(suffix) => set({ suffix })}
            />
          </div>
          <ChoiceField
            {...at("role")}
            label="Part it plays"
            value={citation.role}
            choices={ROLES}
            onChange={(role) => role !== null && set({ role })}
          />
        </div>
      </details>
      {onRemove ? (
        <p>
          <button type="button" className="linklike" onClick={onRemove}>
            Take away source {index + 1}
          </button>
        </p>
      ) : null}
    </fieldset>
  );
}

/** A new source from what stands in the box: an address, or the beginning of a title. */
function newSource(typed: string) {
  const text = typed.trim();
  return /^(?:https?:\/\/|www\.|10\.\d{4})/i.test(text)
    ? { ...EMPTY_SOURCE, url: text }
    : { ...EMPTY_SOURCE, title: text };
}
