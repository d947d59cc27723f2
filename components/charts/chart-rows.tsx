"use client";

import type { ReactNode } from "react";
import { NumberLink } from "@/components/source/number-link";

/** A row of a chart's table, in words: a figure with its address, what others say of the same, and the numbers of its sources. */
export interface ChartRow {
  readonly href: string;
  readonly label: string;
  readonly quantity: string;
  readonly claims: ReactNode;
  readonly period: string;
  readonly speaker: string;
  /** Null where no source is known. */
  readonly source: { readonly href: string; readonly text: string } | null;
  readonly numbers: readonly number[];
  /** What was calculated of the figure here; undefined where the table has no such column. */
  readonly calculated: string | undefined;
}

/** Rows of a table. They come as data: as elements, each cell and link of hundreds of rows would be written out and taken apart once more. */
export function ChartRows({ rows }: { readonly rows: readonly ChartRow[] }) {
  return rows.map(({ href, label, quantity, claims, period, speaker, source, numbers, calculated }) => (
    <tr key={href}>
      <th scope="row">
        <a href={href}>{label}</a>
      </th>
      <td>
        {quantity} {claims}
      </td>
      <td>{period}</td>
      <td>{speaker}</td>
      <td>
        {source === null ? null : <a href={source.href}>{source.text}</a>}
        {numbers.map((number) => (
          <NumberLink key={number} number={number} />
        ))}
      </td>
      {calculated === undefined ? null : <td>{calculated}</td>}
    </tr>
  ));
}
