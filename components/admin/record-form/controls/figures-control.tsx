"use client";

import { useEffect, useState } from "react";
import { read } from "@/components/admin/api-client";
import { messageAt } from "@/components/admin/fields/error-summary";
import { TextField } from "@/components/admin/fields/text-field";
import { useLate } from "@/components/admin/fields/use-late";
import { figureName } from "@/components/admin/lists/columns";
import { OrderedList } from "@/components/admin/record-form/controls/ordered-list";
import type { ControlProps } from "@/components/admin/record-form/state/form-part";
import type { FigureValue } from "@/components/admin/record-form/state/values";
import { LOCALE } from "@/components/ui/locale";
import type { AdminRows } from "@/lib/figures/admin-records";
import { edtfShort, periodText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** How long typing rests before it is looked for. */
const REST_MS = 300;

type Row = AdminRows["figures"];

/** Figures named one by one, found by their words, each with a label of its own; moved by drag or by button. */
export function FiguresControl({ field, value, onChange, issues, disabled }: ControlProps<readonly FigureValue[]>) {
  const [text, setText] = useState("");
  const late = useLate(text.trim(), REST_MS);
  const [found, setFound] = useState<readonly Row[] | null>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const unnamed = value.filter(({ figure }) => names[figure] === undefined).map(({ figure }) => figure);
  const asked = unnamed.join();

  useEffect(() => {
    if (asked === "") return;
    return look({ id: asked }, (rows) =>
      setNames((known) => ({
        ...known,
        ...Object.fromEntries(asked.split(",").map((key) => [key, key])),
        ...Object.fromEntries(rows.map((row) => [row.key, nameOf(row)])),
      })),
    );
  }, [asked]);
  useEffect(() => {
    if (late === "") return setFound(null);
    return look({ q: late }, setFound);
  }, [late]);

  const add = (row: Row) => {
    setNames({ ...names, [row.key]: nameOf(row) });
    onChange([...value, { figure: row.key, label: "" }]);
  };
  const label = (index: number, next: string) =>
    onChange(value.map((each, other) => (other === index ? { ...each, label: next } : each)));
  const fresh = (found ?? []).filter(({ key }) => value.every(({ figure }) => figure !== key));
  return (
    <div className="several">
      <TextField
        path={field.name}
        label={field.label}
        required={false}
        hint={field.hint}
        disabled={disabled}
        error={messageAt(issues, field.name)}
        placeholder="Type a metric, a place or a number to find figures"
        value={text}
        onChange={setText}
      />
      <div role="status" className="found">
        {found === null ? null : fresh.length === 0 ? (
          <p className="hint">No further published figure has these words.</p>
        ) : (
          <ul className="plain">
            {fresh.map((row) => (
              <li key={row.key}>
                <button type="button" className="linklike" onClick={() => add(row)}>
                  <span className="hidden">Add </span>
                  {nameOf(row)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {value.length === 0 ? null : (
        <OrderedList
          label={`${field.label} in order`}
          items={value}
          keyOf={({ figure }) => figure}
          nameOf={({ figure }) => names[figure] ?? "Figure"}
          onChange={onChange}
          onRemove={(index) => onChange(value.filter((_, other) => other !== index))}
        >
          {({ figure, label: own }, index) => (
            <>
              <a href={paths.admin.edit("figures", figure)}>{names[figure] ?? "…"}</a>
              <TextField
                path={`${field.name}.${index}.label`}
                label="Label"
                required={false}
                disabled={disabled}
                error={messageAt(issues, `${field.name}.${index}.label`)}
                value={own}
                onChange={(next) => label(index, next)}
              />
            </>
          )}
        </OrderedList>
      )}
    </div>
  );
}

function nameOf(row: Row): string {
  return `${figureName(row)}, ${periodText(row.figure, LOCALE, edtfShort)}`;
}

/** Asks for published figures; the answer to a question that has been replaced is dropped. */
function look(query: Readonly<Record<string, string>>, onFound: (rows: readonly Row[]) => void): () => void {
  const stop = new AbortController();
  void read<readonly Row[]>(paths.api.findFigures(query), stop.signal).then((rows) => {
    if (rows !== null) onFound(rows);
  });
  return () => stop.abort();
}
