"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { moved } from "@/components/admin/record-form/state/moved";

interface Focus {
  readonly key: string;
  readonly way: "up" | "down";
}

/**
 * Records in an order that the editor decides: by drag, or by the buttons of each row. Where a row has come to is announced, and
 * the focus stays on the row that was moved. `onRemove` adds a button that takes a row away.
 */
export function OrderedList<Item>({
  label,
  items,
  keyOf,
  nameOf,
  children,
  onChange,
  onRemove,
}: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  readonly children: (item: Item, index: number) => ReactNode;
  readonly onChange: (items: readonly Item[]) => void;
  readonly onRemove?: (index: number) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [focus, setFocus] = useState<Focus | null>(null);

  useEffect(() => {
    if (focus === null) return;
    const row = [...(list.current?.children ?? [])].find((each) => each.getAttribute("data-key") === focus.key);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>("button[data-way]") ?? [])];
    // At the end of the list the button that led there is off: the other one takes over.
    const button = buttons.find(({ dataset, disabled }) => dataset.way === focus.way && !disabled);
    (button ?? buttons.find(({ disabled }) => !disabled))?.focus();
    setFocus(null);
  }, [focus]);

  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    onChange(moved(items, from, to));
    setSaid(`${nameOf(item)} is now ${to + 1} of ${items.length}`);
    return item;
  };
  const step = (index: number, way: Focus["way"]) => {
    const item = move(index, index + (way === "up" ? -1 : 1));
    if (item !== undefined) setFocus({ key: keyOf(item), way });
  };
  const drop = () => {
    if (dragged !== null && over !== null) move(dragged, over);
    setDragged(null);
    setOver(null);
  };

  return (
    <>
      <ol ref={list} className="ordered" aria-label={label}>
        {items.map((item, index) => (
          <li
            key={keyOf(item)}
            data-key={keyOf(item)}
            data-dragged={dragged === index || undefined}
            data-over={over === index && dragged !== index ? ((dragged ?? 0) < index ? "after" : "before") : undefined}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (over !== index) setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              drop();
            }}
          >
            <span
              className="grip"
              aria-hidden="true"
              draggable
              onDragStart={(event) => {
                const row = event.currentTarget.parentElement;
                if (row) event.dataTransfer.setDragImage(row, 8, row.offsetHeight / 2);
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", nameOf(item));
                setDragged(index);
              }}
              onDragEnd={drop}
            />
            <div className="ordered-item">{children(item, index)}</div>
            <button
              type="button"
              className="btn small"
              data-way="up"
              disabled={index === 0}
              onClick={() => step(index, "up")}
            >
              <span aria-hidden="true">↑</span>
              <span className="hidden">Move {nameOf(item)} up</span>
            </button>
            <button
              type="button"
              className="btn small"
              data-way="down"
              disabled={index === items.length - 1}
              onClick={() => step(index, "down")}
            >
              <span aria-hidden="true">↓</span>
              <span className="hidden">Move {nameOf(item)} down</span>
            </button>
            {onRemove ? (
              <button
                type="button"
                className="btn small"
                onClick={() => {
                  setSaid(`${nameOf(item)} is taken away`);
                  onRemove(index);
                }}
              >
                <span aria-hidden="true">×</span>
                <span className="hidden">Take away {nameOf(item)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="hidden" role="status">
        {said}
      </p>
    </>
  );
}
