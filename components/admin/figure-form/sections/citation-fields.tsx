"use client";

import type { UseFormReturnType } from "@mantine/form";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";
import { SourceField } from "@/components/admin/figure-form/sections/source-field";
import {
  type CitationDraft,
  EMPTY_CITATION,
  type FigureDraft,
} from "@/components/admin/figure-form/state/figure-draft";
import type { FigurePart } from "@/components/admin/figure-form/state/figure-fields";
import { phraseWarningOf } from "@/components/admin/figure-form/state/phrase-warning";

const ROLES = { origin: "The statement comes from here", repeat: "Repeats it" } as const;
/** Words of a phrase: more is quoting at length. */
const MOST_WORDS = 25;

/** Where sources say the figure: one citation, or several. */
export function CitationsFields({
  part,
  form,
}: {
  readonly part: FigurePart;
  readonly form: Pick<UseFormReturnType<FigureDraft>, "insertListItem" | "removeListItem">;
}) {
  const { citations } = part.draft;
  return (
    <>
      <h2 id="sources">{citations.length > 1 ? "Sources" : "Source"}</h2>
      {citations.map((citation, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a citation has no other name than its place
        <fieldset key={index} className="fields" aria-label={`Source ${index + 1}`}>
          <CitationFields at={`citations.${index}`} part={part} citation={citation} />
          {index === 0 ? null : (
            <p>
              <button type="button" className="linklike" onClick={() => form.removeListItem("citations", index)}>
                Take away source {index + 1}
              </button>
            </p>
          )}
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          className="linklike"
          onClick={() => form.insertListItem("citations", { ...EMPTY_CITATION, role: "repeat" })}
        >
          Another source says it too
        </button>
      </p>
    </>
  );
}

function CitationFields({
  at,
  part,
  citation,
}: {
  /** Path of the citation in the figure: "citations.0". */
  readonly at: string;
  readonly part: FigurePart;
  readonly citation: CitationDraft;
}) {
  return (
    <>
      <SourceField path={`${at}.source`} />
      <div className="field-row wide-second">
        <TextField
          path={`${at}.locator`}
          label="Place"
          required={false}
          placeholder="para 1"
          hint="Paragraph, page or table"
        />
        <TextField path={`${at}.phrase`} label="The phrase that holds the number" hint={phraseHint(part, citation)} />
      </div>
      <details className="folded">
        <summary>More about this place</summary>
        <div className="fields">
          <div className="field-row">
            <TextField
              path={`${at}.prefix`}
              label="Words just before it"
              required={false}
              hint="Where the phrase stands more than once"
            />
            <TextField path={`${at}.suffix`} label="Words just after it" required={false} />
          </div>
          <ChoiceField path={`${at}.role`} label="Part it plays" choices={ROLES} />
        </div>
      </details>
    </>
  );
}

function phraseHint(part: FigurePart, citation: CitationDraft) {
  const warning = phraseWarningOf(part, citation);
  if (warning !== null) return <span className="warned">{warning}</span>;
  const words = citation.phrase.split(/\s+/).filter((word) => word !== "").length;
  return words > MOST_WORDS
    ? `${words} words; at most ${MOST_WORDS} are enough to find it`
    : "At most 300 characters; kept so that anyone can find it";
}
