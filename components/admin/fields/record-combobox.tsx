"use client";

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type Choice, choiceOf } from "@/components/admin/fields/choice";
import { inputProps } from "@/components/admin/fields/field-frame";
import { type FieldProps, fieldId } from "@/components/admin/fields/field-id";
import { useLeft } from "@/components/admin/fields/use-left";
import { type Search, useSearch } from "@/components/admin/fields/use-search";
import { useTypedBefore } from "@/components/admin/fields/use-typed-before";
import { LOCALE } from "@/components/layout/locale";
import { sameName } from "@/lib/figures/choice-match";
import type { ChoiceResource } from "@/lib/figures/figure-choices";
import { formatCount } from "@/lib/format/words";

const ADD = "\u0000add";
const GO_ON = "\u0000on";
const NONE: readonly string[] = [];

/** What is chosen, in the singular, as it is called in lists and messages. */
const RESOURCES: Readonly<Record<string, ChoiceResource>> = {
  metric: "metrics",
  region: "regions",
  organisation: "organisations",
  source: "sources",
  topic: "topics",
};

/**
 * One record out of many, found by typing: the site is asked once typing rests. What was typed and fits nothing stays in the box and is
 * said to fit nothing. With `onAdd` the list ends with a way to add what was typed; the caller then shows the fields of the new record
 * in place.
 */
export function RecordCombobox({
  choices,
  value,
  onChange,
  onAdd,
  noun,
  except = NONE,
  ...field
}: FieldProps & {
  /** Records that are known without asking: the chosen one is shown by its name from these. */
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
  /** Asked to add a new record; `typed` is what stands in the box. */
  readonly onAdd?: (typed: string) => void;
  /** What is chosen, in the singular: "metric". */
  readonly noun: string;
  /** Keys that are not offered. */
  readonly except?: readonly string[];
}) {
  const chosen = choices.find(({ key }) => key === value) ?? null;
  // What is being typed; null while the box shows the choice.
  const [typed, setTyped] = useState<string | null>(null);
  const { left, leave, stay } = useLeft();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const isOpen = combobox.dropdownOpened;
  // What was typed is looked for also when the box was left before the answer came.
  const isLeftOpen = left && typed !== null && typed.trim() !== "";
  const search = useSearch(RESOURCES[noun] ?? "topics", isOpen || isLeftOpen ? (typed ?? "") : null);
  const offered = search.records.map(choiceOf).filter(({ key }) => !except.includes(key));
  // Enter was pressed before the answer was there.
  const isHurried = useRef(false);

  const choose = (key: string) => {
    if (key === GO_ON) return search.goOn();
    combobox.closeDropdown();
    if (key === ADD) onAdd?.(typed ?? "");
    else onChange(key);
    setTyped(null);
  };
  const type = (text: string) => {
    isHurried.current = false;
    setTyped(text);
    stay();
    if (value !== null) onChange(null);
    combobox.resetSelectedOption();
    combobox.openDropdown();
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !isOpen || typed === null || search.state !== "searching") return;
    event.preventDefault();
    isHurried.current = true;
  };
  useTypedBefore(field.path, typed ?? chosen?.name ?? value ?? "", (text) => {
    // Whoever types on sees the list; else it is taken as left.
    if (document.activeElement?.id === fieldId(field.path)) return type(text);
    setTyped(text);
    leave();
  });

  const hasAnswer = search.state === "found" && typed !== null;
  const meant = hasAnswer ? offered.find(({ name, key }) => sameName(name, typed) || sameName(key, typed)) : undefined;
  const settle = () => {
    if (meant !== undefined) return choose(meant.key);
    combobox.closeDropdown();
    leave();
    if (typed?.trim() === "") setTyped(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: done once for each answer
  useEffect(() => {
    if (!hasAnswer) return;
    const [first] = offered;
    if (isLeftOpen && !isOpen) {
      if (meant !== undefined) choose(meant.key);
    } else if (isHurried.current && first !== undefined) choose(first.key);
    else if (isOpen) combobox.selectFirstOption();
    isHurried.current = false;
  }, [hasAnswer, typed, isLeftOpen, isOpen]);

  const unknown =
    isLeftOpen && !isOpen && hasAnswer && meant === undefined ? unknownText(noun, typed, onAdd !== undefined) : null;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      position="bottom-start"
      withinPortal={false}
      middlewares={{ flip: true, shift: true }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...inputProps({ ...field, error: unknown ?? field.error })}
          value={typed ?? chosen?.name ?? value ?? ""}
          placeholder={`Type to find ${withArticle(noun)}`}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={enter}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={settle}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: "auto" }} aria-label={field.label}>
          {offered.map((choice) => (
            <Combobox.Option key={choice.key} value={choice.key} active={choice.key === value}>
              {choice.name}
              {choice.detail === null ? null : <small>{choice.detail}</small>}
            </Combobox.Option>
          ))}
          <MoreOptions search={search} />
          {onAdd ? (
            <Combobox.Option value={ADD}>
              {typed?.trim() ? `Add “${typed.trim()}” as a new ${noun}` : `Add a new ${noun}`}
            </Combobox.Option>
          ) : null}
        </Combobox.Options>
        <p className="hint choices-said" role="status">
          {isOpen ? saidOf(search, offered.length, noun) : ""}
        </p>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The way to what is not listed: further records, or the search again where it failed. */
function MoreOptions({ search: { state, records, total } }: { readonly search: Search }) {
  if (state === "failed") return <Combobox.Option value={GO_ON}>Try again</Combobox.Option>;
  return records.length === total ? null : <Combobox.Option value={GO_ON}>Show more</Combobox.Option>;
}

/** How the search stands, in words: "40 of 1,203: type more". */
function saidOf({ state, records, total }: Search, offered: number, noun: string): string {
  if (state === "searching") return "Searching …";
  if (state === "failed") return "The site cannot search now: try again";
  if (offered === 0) return `No ${noun} fits`;
  return records.length === total
    ? ""
    : `${formatCount(records.length, LOCALE)} of ${formatCount(total, LOCALE)}: type more to find the others`;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function unknownText(noun: string, typed: string, canAdd: boolean): string {
  return `No ${noun} is called “${typed.trim()}”. Choose one from the list${canAdd ? ", or add it" : ""}.`;
}
