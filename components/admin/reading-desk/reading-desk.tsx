"use client";

import { useEffect, useRef, useState } from "react";
import { AddFigure } from "@/components/admin/reading-desk/add-figure";
import { ArticleView } from "@/components/admin/reading-desk/article-view";
import { ChosenFigure } from "@/components/admin/reading-desk/chosen-figure";
import { DeskCommands } from "@/components/admin/reading-desk/desk-commands";
import { FigureList } from "@/components/admin/reading-desk/figure-list";
import { KeyList } from "@/components/admin/reading-desk/key-list";
import { PasteStep } from "@/components/admin/reading-desk/paste-step";
import { focusForFigure, returnFocus } from "@/components/admin/reading-desk/state/desk-focus";
import { selectedSpan } from "@/components/admin/reading-desk/state/selected-span";
import { type Desk, useDesk } from "@/components/admin/reading-desk/state/use-desk";
import { useDeskKeys } from "@/components/admin/reading-desk/state/use-shortcuts";
import { LOCALE } from "@/components/ui/locale";
import { readDateSpan } from "@/lib/dates/date-text";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { edtfShort } from "@/lib/format/period";

/** The reading desk: paste an article, then decide about each figure in it. */
export function ReadingDesk({ choices, personId }: { readonly choices: FigureChoices; readonly personId: string }) {
  const desk = useDesk(choices, personId);
  const box = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const { chosen, figures } = desk.state;
  const isRead = figures !== null;
  const isUnsure = desk.standings[chosen]?.kind === "open" && desk.draft?.metric === null;
  const isLookedUp = desk.draft !== null;
  const [hasKeys, setKeys] = useState(false);
  useDeskKeys(box, desk, {
    toggleKeys: () => setKeys((shown) => !shown),
    addSelected: () => addSelected(desk, article.current),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever another figure is chosen
  useEffect(() => {
    if (isRead && box.current !== null) focusForFigure(box.current, isUnsure);
  }, [isRead, chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the form of the figure is there, for whoever waited for it
  useEffect(() => {
    if (isLookedUp && box.current !== null && document.activeElement === box.current) {
      focusForFigure(box.current, isUnsure);
    }
  }, [isLookedUp]);
  // A button that was pressed may be gone after it, and the focus with it.
  useEffect(() => {
    if (isRead && box.current !== null) returnFocus(box.current);
  });
  if (!isRead) return <PasteStep desk={desk} />;
  return (
    <div className="reading-desk" ref={box} tabIndex={-1}>
      <FigureList desk={desk} />
      <section className="reading-article" data-whole="" aria-label="The article" ref={article}>
        <p className="meta">{headOf(desk)}</p>
        <ArticleView desk={desk} />
        <AddFigure desk={desk} box={article} />
      </section>
      <section className="reading-side" data-whole="" id="chosen" aria-label="The chosen figure">
        <ChosenFigure desk={desk} key={chosen} />
      </section>
      <DeskCommands desk={desk}>
        <KeyList isOpen={hasKeys} onToggle={() => setKeys(!hasKeys)} />
      </DeskCommands>
    </div>
  );
}

/** Adds what is selected in the article; without a selection the words can be written. */
function addSelected(desk: Desk, article: HTMLElement | null): void {
  const span = article === null ? null : selectedSpan(article);
  if (span !== null) {
    getSelection()?.removeAllRanges();
    desk.addFigure(span);
    return;
  }
  const field = document.getElementById("add-words");
  const box = field?.closest("details");
  if (box) box.open = true;
  field?.focus();
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
