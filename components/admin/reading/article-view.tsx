"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import {
  type DeskState,
  type ReadFigure,
  type Recorded,
  recordedAs,
  type Span,
} from "@/components/admin/reading/desk-state";
import { sentenceOf } from "@/components/admin/reading/figure-of-candidate";
import { headParagraphs } from "@/lib/reading/guess-head";

/** How a figure stands, in words and as a class. */
const STANDING = {
  kept: "kept",
  dismissed: "dismissed",
  recorded: "recorded already",
  order: "an order, not a number",
  low: "unsure",
  open: "",
} as const;

/** The article with every figure marked; each mark chooses its figure. */
export function ArticleView({
  state,
  recorded,
  onChoose,
}: {
  readonly state: DeskState;
  readonly recorded: readonly Recorded[];
  readonly onChoose: (index: number) => void;
}) {
  const box = useRef<HTMLOListElement>(null);
  const figures = state.figures ?? [];
  const head = headParagraphs(state.text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark comes into view when another figure is chosen
  useEffect(() => {
    if (isWide()) box.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [state.chosen]);
  return (
    <ol className="article" ref={box} lang={/\p{Script=Han}{8}/u.test(state.text) ? "zh" : undefined}>
      {state.paragraphs.map((paragraph, index) => (
        <li key={paragraph.start} {...(index < head ? { className: "head" } : { value: index + 1 - head })}>
          {partsOf(state, figures, paragraph, index + 1, recorded, onChoose)}
        </li>
      ))}
    </ol>
  );
}

/** Whether article and form stand side by side. */
function isWide(): boolean {
  return matchMedia("(min-width: 60rem)").matches;
}

function partsOf(
  state: DeskState,
  figures: readonly ReadFigure[],
  paragraph: Span,
  number: number,
  recorded: readonly Recorded[],
  onChoose: (index: number) => void,
): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let at = paragraph.start;
  for (const [index, figure] of figures.entries()) {
    if (figure.paragraph !== number) continue;
    parts.push(state.text.slice(at, figure.start));
    parts.push(
      <Mark
        key={figure.start}
        figure={figure}
        standing={standingOf(state, figure, index, recorded)}
        isChosen={state.chosen === index}
        onChoose={() => onChoose(index)}
      />,
    );
    at = figure.end;
  }
  parts.push(state.text.slice(at, paragraph.end));
  return parts;
}

function Mark({
  figure,
  standing,
  isChosen,
  onChoose,
}: {
  readonly figure: ReadFigure;
  readonly standing: keyof typeof STANDING;
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
      className={`found ${standing}`}
      {...(isChosen ? { "aria-current": "true" as const } : {})}
      onClick={choose}
    >
      {figure.text}
      {STANDING[standing] === "" ? null : <span className="hidden">, {STANDING[standing]}</span>}
    </a>
  );
}

function standingOf(
  state: DeskState,
  figure: ReadFigure,
  index: number,
  recorded: readonly Recorded[],
): keyof typeof STANDING {
  const decision = state.decisions[index];
  if (decision !== undefined) return decision.kind;
  const { start, end } = sentenceOf(state, figure);
  if (recordedAs(figure, state.text.slice(start, end), recorded) !== null) return "recorded";
  if (figure.wording === null) return "order";
  return figure.confidence === "low" ? "low" : "open";
}
