"use client";

import { type ClipboardEvent, useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/admin/fields/error-summary";
import { FormFields } from "@/components/admin/fields/form-fields";
import { TextField } from "@/components/admin/fields/text-field";
import { labelOf } from "@/components/admin/figure-form/state/figure-fields";
import { SourceChoice, sourceOfHead } from "@/components/admin/reading-desk/source-choice";
import { type DeskSource, EMPTY_DESK } from "@/components/admin/reading-desk/state/desk-state";
import { looksLikeHtml, plainOfHtml } from "@/components/admin/reading-desk/state/plain-paste";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";
import { SavingNotice } from "@/components/admin/saving/saving-notice";

/** Characters that come at once where text was pasted or dropped, not typed. */
const AT_ONCE = 40;

/** The first step: the text, and the source it comes from, guessed from its head and confirmed by reading on. */
export function PasteStep({ desk }: { readonly desk: Desk }) {
  const { state, form, change, choices, saving, isHeadAsked } = desk;
  // The source that the head told last, as text: as long as it stands in the form it follows the head.
  const guess = useRef<string | null>(null);
  const setText = (typed: string) => {
    const isPasted = typed.length - state.text.length > AT_ONCE;
    const text = isPasted && looksLikeHtml(typed) ? plainOfHtml(typed) : typed;
    // What the person chose or wrote stays.
    const isGuess = [guess.current, asText(sourceOfHead(state.text, choices))].includes(asText(state.source));
    const source = isGuess ? sourceOfHead(text, choices) : state.source;
    if (isGuess) guess.current = asText(source);
    change((before) => ({ ...before, text, source }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: guessed anew when the site has told what the head names
  useEffect(() => {
    if (!isHeadAsked) return;
    const source = sourceOfHead(state.text, choices);
    const isSame = asText(source) === asText(state.source);
    if (!isSame && asText(state.source) !== guess.current) return;
    guess.current = asText(source);
    if (!isSame) change((before) => ({ ...before, source }));
  }, [isHeadAsked, choices]);
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const html = event.clipboardData.getData("text/html");
    const area = event.target;
    if (html === "" || !(area instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = area;
    setText(state.text.slice(0, selectionStart) + plainOfHtml(html) + state.text.slice(selectionEnd));
  };
  const isReady = state.text.trim() !== "" && isHeadAsked && saving.state.kind !== "saving";
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
        <FormFields form={form}>
          <TextField
            path="text"
            label="The article"
            rows={16}
            onChange={setText}
            hint="Paste it whole, with its head. It is read on this site and stored nowhere but in this browser: a reload, a closed tab or signing out loses nothing. In another browser you begin anew; figures kept as drafts are shown there as recorded."
          />
        </FormFields>
        {state.text === "" ? null : (
          <button type="button" className="linklike" onClick={() => change(EMPTY_DESK)}>
            Drop the text
          </button>
        )}
      </div>
      <div className="fields">
        <SourceChoice desk={desk} />
        <ErrorSummary issues={desk.issues} labelOf={labelOf} />
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

function asText(source: DeskSource): string {
  return JSON.stringify(source);
}
