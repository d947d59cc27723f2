"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { ArticleView } from "@/components/admin/reading/article-view";
import { ChosenFigure } from "@/components/admin/reading/chosen-figure";
import { DeskCommands } from "@/components/admin/reading/desk-commands";
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
  const { chosen, figures } = desk.state;
  const isRead = figures !== null;
  // The keys work while the focus is on the desk: it comes back when what had it is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever another figure is chosen
  useEffect(() => {
    if (isRead && !box.current?.contains(document.activeElement)) box.current?.focus({ preventScroll: true });
  }, [isRead, chosen]);
  if (!isRead) return <PasteStep desk={desk} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are a second way to what the buttons do
    <div className="reading-desk" ref={box} tabIndex={-1} onKeyDown={(event) => onKey(event, desk)}>
      <Ledger desk={desk} />
      <section className="reading-article" data-whole="" aria-label="The article">
        <p className="meta">{headOf(desk)}</p>
        <ArticleView desk={desk} />
      </section>
      <section className="reading-side" data-whole="" id="chosen" aria-label="The chosen figure">
        <ChosenFigure desk={desk} key={chosen} />
      </section>
      <DeskCommands desk={desk} />
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
  const reason = DISMISSALS[Number(event.key) - 1];
  const commands: Readonly<Record<string, () => void>> = {
    k: () => void desk.keep(),
    j: desk.next,
    u: () => void desk.undo(),
    e: () => document.getElementById("field-metric")?.focus(),
  };
  const command = reason === undefined ? commands[event.key.toLowerCase()] : () => desk.dismiss(reason);
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
