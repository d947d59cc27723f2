"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { ArticleView } from "@/components/admin/reading/article-view";
import { ChosenFigure } from "@/components/admin/reading/chosen-figure";
import { DISMISSALS } from "@/components/admin/reading/desk-state";
import { Ledger } from "@/components/admin/reading/ledger";
import { PasteStep } from "@/components/admin/reading/paste-step";
import { type Desk, useDesk } from "@/components/admin/reading/use-desk";
import { LOCALE } from "@/components/layout/locale";
import { readDateSpan } from "@/lib/figures/date-text";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { edtfShort } from "@/lib/format/period";
import type { UsedNouns } from "@/lib/reading/used-nouns";

/** Where keys are text, not commands. */
const TYPING = "input, textarea, select, [contenteditable], [role='listbox'], [role='option'], summary";

/** The reading desk: paste an article, then decide about each figure in it. */
export function ReadingDesk({
  choices,
  used,
  personId,
}: {
  readonly choices: FigureChoices;
  readonly used: UsedNouns;
  readonly personId: string;
}) {
  const desk = useDesk(choices, used, personId);
  const box = useRef<HTMLDivElement>(null);
  const isRead = desk.state.figures !== null;
  // The keys work while the focus is on the desk.
  useEffect(() => {
    if (isRead) box.current?.focus({ preventScroll: true });
  }, [isRead]);
  if (!isRead) return <PasteStep desk={desk} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are a second way to what the buttons do
    <div className="reading-desk" ref={box} tabIndex={-1} onKeyDown={(event) => onKey(event, desk)}>
      <section className="reading-article" data-whole="" aria-label="The article">
        <p className="meta">{headOf(desk)}</p>
        <ArticleView state={desk.state} recorded={desk.recorded} onChoose={desk.choose} />
      </section>
      <div className="reading-side">
        <section className="reading-chosen" data-whole="" id="chosen" aria-label="The chosen figure">
          <ChosenFigure desk={desk} key={desk.state.chosen} />
        </section>
        <p className="meta reading-keys">
          Keyboard: <kbd>K</kbd> keep · <kbd>X</kbd> dismiss · <kbd>E</kbd> edit · <kbd>J</kbd> next · <kbd>U</kbd> undo
        </p>
        <Ledger desk={desk} />
      </div>
    </div>
  );
}

function onKey(event: KeyboardEvent, desk: Desk): void {
  const target = event.target as HTMLElement;
  if (event.key === "Escape" && target.closest(TYPING)) {
    target.closest<HTMLElement>(".reading-desk")?.focus({ preventScroll: true });
    return;
  }
  if (target.closest(TYPING) || event.ctrlKey || event.metaKey || event.altKey) return;
  const commands: Readonly<Record<string, () => void>> = {
    k: () => void desk.keep(),
    x: () => desk.dismiss(DISMISSALS[0]),
    j: desk.next,
    u: () => void desk.undo(),
    e: () => document.getElementById("field-metric")?.focus(),
  };
  const command = commands[event.key.toLowerCase()];
  if (command === undefined) return;
  event.preventDefault();
  command();
}

/** "Big data looms large · China Daily · 28 Feb 2019" */
function headOf({ state, choices }: Desk): string {
  const { source } = state;
  const known = typeof source === "string" ? choices.sources.find(({ slug }) => slug === source) : source;
  if (known == null) return "";
  const { title, publisher, published } = known;
  const day = readDateSpan(published ?? "");
  const date = day.ok && day.start !== null ? edtfShort(day.start, LOCALE) : "no date";
  return [title, publisher, date].filter((part) => part !== "").join(" · ");
}
