"use client";

import type { ReactNode } from "react";
import { WordedLink, type WordedText } from "@/components/figure/worded-link";
import { NumberLink } from "@/components/source/number-link";

/** A source that figures of a table cite: its title and page, and its number in the list of the page (null: it is not in the list). */
export interface RowSource {
  readonly href: string;
  readonly title: string;
  readonly language: string;
  readonly number: number | null;
}

/** A row of a table of figures, in words. */
export interface FigureRow {
  readonly id: string;
  readonly subject: { readonly name: string; readonly href: string; readonly more: string };
  readonly period: string;
  readonly worded: WordedText;
  readonly tags: ReactNode;
  readonly speaker: string;
  /** Where it is said: the source by its place in the list of them, the place in it ("" for none), the phrase (null: not kept). */
  readonly citations: readonly {
    readonly source: number;
    readonly place: string;
    readonly phrase: { readonly href: string; readonly text: string } | null;
  }[];
}

/** Rows of a table, as data for the reason that `ChartRows` gives. */
export function FigureRows({
  rows,
  sources,
}: {
  readonly rows: readonly FigureRow[];
  readonly sources: readonly RowSource[];
}) {
  return rows.map(({ id, subject, period, worded, tags, speaker, citations }) => (
    <tr key={id}>
      <th scope="row">
        <a href={subject.href}>{subject.name}</a>
        {subject.more === "" ? null : <small>{subject.more}</small>}
      </th>
      <td>{period}</td>
      <td className="num">
        <WordedLink {...worded} />
        {tags}
      </td>
      <td>{speaker}</td>
      <td>
        {citations.map(({ source: at, place, phrase }) => {
          const source = sources[at];
          return source === undefined ? null : (
            <p key={`${at} ${place}`}>
              <a href={source.href} lang={source.language}>
                {source.title}
              </a>
              {place}
              {source.number === null ? null : <NumberLink number={source.number} />}
              {phrase === null ? null : (
                <a className="phrase" href={phrase.href} lang={source.language}>
                  “{phrase.text}”
                </a>
              )}
            </p>
          );
        })}
      </td>
    </tr>
  ));
}
