"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import type { ReadFigure, Span, Standing } from "@/components/admin/reading-desk/state/desk-state";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";
import { headParagraphs } from "@/lib/reading/article/detect-metadata";

/** How a figure is shown, as a class, and what is said of it. */
const SHOWN = {
  kept: "kept",
  dismissed: "dismissed",
  recorded: "recorded already",
  trouble: "not published",
  order: "an order, not a number",
  low: "unsure",
  open: "",
} as const;

/** The article with every figure marked; each mark chooses its figure. */
export function ArticleView({ desk }: { readonly desk: Desk }) {
  const { state } = desk;
  const box = useRef<HTMLOListElement>(null);
  const head = headParagraphs(state.text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark comes into view when another figure is chosen
  useEffect(() => {
    const form = document.getElementById("chosen");
    const isAtForm = !isWide() && form !== null && form.getBoundingClientRect().top < innerHeight / 2;
    if (isAtForm) form.scrollIntoView();
    else box.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [state.chosen]);
  return (
    <ol className="article" ref={box} lang={/\p{Script=Han}{8}/u.test(state.text) ? "zh" : undefined}>
      {state.paragraphs.map((paragraph, index) => (
        <li
          key={paragraph.start}
          data-start={paragraph.start}
          {...(index < head ? { className: "head" } : { value: index + 1 - head })}
        >
          {partsOf(desk, paragraph, index + 1)}
        </li>
      ))}
    </ol>
  );
}

/** Whether article and form stand side by side. */
function isWide(): boolean {
  return matchMedia("(min-width: 60rem)").matches;
}

function partsOf({ state, standings, troubles, choose }: Desk, paragraph: Span, number: number): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let at = paragraph.start;
  for (const [index, figure] of (state.figures ?? []).entries()) {
    if (figure.paragraph !== number) continue;
    parts.push(state.text.slice(at, figure.start));
    parts.push(
      <Mark
        key={figure.start}
        figure={figure}
        shown={troubles[index] === undefined ? shownAs(figure, standings[index]) : "trouble"}
        isChosen={state.chosen === index}
        onChoose={() => choose(index)}
      />,
    );
    at = figure.end;
  }
  parts.push(state.text.slice(at, paragraph.end));
  return parts;
}

function Mark({
  figure,
  shown,
  isChosen,
  onChoose,
}: {
  readonly figure: ReadFigure;
  readonly shown: keyof typeof SHOWN;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const choose = (event: MouseEvent) => {
    event.preventDefault();
    onChoose();
    if (!isWide()) document.getElementById("chosen")?.scrollIntoView();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: a button cannot break across lines; the address is that of the form it fills
    <a
      href="#chosen"
      className={`found ${shown}`}
      {...(isChosen ? { "aria-current": "true" as const } : {})}
      onClick={choose}
    >
      {figure.text}
      {SHOWN[shown] === "" ? null : <span className="hidden">, {SHOWN[shown]}</span>}
    </a>
  );
}

function shownAs(figure: ReadFigure, standing: Standing | undefined): keyof typeof SHOWN {
  if (standing !== undefined && standing.kind !== "open") return standing.kind;
  if (figure.wording === null) return "order";
  return figure.confidence === "low" ? "low" : "open";
}
