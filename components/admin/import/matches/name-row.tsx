"use client";

import { type ReactNode, useState } from "react";
import { LOCALE } from "@/components/ui/locale";
import { formatCount } from "@/lib/format/words";

/** What is said of a name: nothing beyond the guess, a record that is known, a new one, or that it is left out. */
export type Answer = "guess" | "known" | "new" | "out";

/** The answer that a recipe holds for a name ("" leaves it out, a text is a key); a known record may be about to be chosen. */
export function useAnswer(said: string | object | undefined): readonly [Answer, (next: Answer) => void] {
  const [isChoosing, setChoosing] = useState(false);
  const kept = said === "" ? "out" : typeof said === "object" ? "new" : typeof said === "string" ? "known" : "guess";
  return [kept === "guess" && isChoosing ? "known" : kept, (next) => setChoosing(next === "known")];
}

/** A table of names in a file and what each stands for. */
export function NamesTable({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  return (
    <table className="records import-names">
      <caption className="hidden">Names of {of} in the file and what they stand for</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col" className="num">
            Figures
          </th>
          <th scope="col">Stands for</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A row of it: one name with its answers, the reason of the guess, and what the answer asks further. */
export function NameRow({
  name,
  count,
  isOpen,
  answer,
  answers,
  reason,
  onAnswer,
  children,
}: {
  readonly name: string;
  readonly count: number;
  readonly isOpen: boolean;
  readonly answer: Answer;
  readonly answers: Readonly<Record<Exclude<Answer, "out">, string>>;
  readonly reason: string;
  readonly onAnswer: (next: Answer) => void;
  readonly children: ReactNode;
}) {
  return (
    <tr className={isOpen ? "is-open" : undefined}>
      <th scope="row">{name}</th>
      <td data-name="Figures" className="num">
        {formatCount(count, LOCALE)}
      </td>
      <td data-name="Stands for">
        <select
          aria-label={`What ${name} stands for`}
          className="import-select"
          value={answer}
          onChange={(event) => onAnswer(event.currentTarget.value as Answer)}
        >
          {Object.entries({ ...answers, out: "Left out" }).map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>{" "}
        <small>{answer === "guess" ? reason : ""}</small>
        {children}
      </td>
    </tr>
  );
}
