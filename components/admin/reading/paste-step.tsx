"use client";

import type { ClipboardEvent } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { EMPTY_CITATION, EMPTY_FIGURE, EMPTY_SOURCE, type NewSource } from "@/components/admin/figures/figure-draft";
import { type FigurePart, labelOf } from "@/components/admin/figures/figure-fields";
import { NewSourceFields } from "@/components/admin/figures/new-source-fields";
import type { DeskSource } from "@/components/admin/reading/desk-state";
import { looksLikeHtml, plainOfHtml } from "@/components/admin/reading/plain-paste";
import type { Desk } from "@/components/admin/reading/use-desk";
import { SavingNotice } from "@/components/admin/saving/saving-notice";
import { LOCALE } from "@/components/layout/locale";
import { edtfShort } from "@/lib/format/period";
import { guessHead } from "@/lib/reading/guess-head";

/** The first step: the text, and the source it comes from, guessed from its head and confirmed by reading on. */
export function PasteStep({ desk }: { readonly desk: Desk }) {
  const { state, change, choices, saving } = desk;
  const setSource = (source: DeskSource) => change((before) => ({ ...before, source }));
  const setText = (text: string) =>
    change((before) => ({ ...before, text, source: before.source ?? (text.trim() === "" ? null : guessed(text)) }));
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    const source = html !== "" ? html : looksLikeHtml(plain) ? plain : "";
    if (source === "" || state.text.trim() !== "") return;
    event.preventDefault();
    setText(plainOfHtml(source));
  };
  const { source } = state;
  const part: FigurePart = {
    draft: { ...EMPTY_FIGURE, citations: [{ ...EMPTY_CITATION, source }] },
    choices,
    issues: saving.issues,
    change: () => undefined,
    changeWords: () => undefined,
  };
  const isReady = state.text.trim() !== "" && source !== null && saving.state.kind !== "saving";
  return (
    <form
      className="paste-step"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void desk.read();
      }}
    >
      <div className="fields" onPaste={paste}>
        <TextField
          path="text"
          label="The article"
          rows={16}
          value={state.text}
          onChange={setText}
          hint="Paste it whole, with its head. It stays in this browser and is read on this site; nothing is stored until you keep a figure."
        />
      </div>
      <div className="fields">
        {source !== null && typeof source === "object" ? (
          <NewSourceFields
            part={part}
            path="citations.0.source"
            source={source}
            onChange={setSource}
            onChoose={setSource}
            onBack={() => setSource(null)}
          />
        ) : (
          <div>
            <RecordCombobox
              path="citations.0.source"
              label="Source"
              noun="source"
              choices={choices.sources.map(({ slug, title, publisher, published, url }) => ({
                key: slug,
                name: title,
                detail: `${publisher}, ${published === null ? "no date" : edtfShort(published, LOCALE)}`,
                search: url,
              }))}
              value={source}
              onChange={setSource}
              onAdd={(typed) =>
                setSource({ ...guessed(state.text), ...(typed.trim() === "" ? {} : { title: typed.trim() }) })
              }
            />
            <div className="field-cures">
              <button type="button" className="btn small" onClick={() => setSource(guessed(state.text))}>
                Add a new source
              </button>
            </div>
          </div>
        )}
        <ErrorSummary issues={saving.issues} labelOf={labelOf} />
        <SavingNotice state={saving.state} onRetry={() => void desk.read()} />
        <div className="save-bar">
          <button type="submit" className="btn primary" disabled={!isReady}>
            Source is right: read the text
          </button>
        </div>
      </div>
    </form>
  );
}

/** A new source as the head of the text tells it; what it does not tell is left empty. */
function guessed(text: string): NewSource {
  const { published, ...head } = guessHead(text);
  return { ...EMPTY_SOURCE, ...head, published: published ?? "" };
}
