"use client";

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type Choice, choiceOf } from "@/components/admin/fields/choice";
import { inputProps } from "@/components/admin/fields/field-frame";
import { type FieldProps, fieldId } from "@/components/admin/fields/field-id";
import { useField } from "@/components/admin/fields/form-fields";
import { useFieldLeft } from "@/components/admin/fields/use-left";
import { type Search, useSearch } from "@/components/admin/fields/use-search";
import { useTypedBefore } from "@/components/admin/fields/use-typed-before";
import { RESOURCE_WORDS, withArticle } from "@/components/admin/resource-words";
import { LOCALE } from "@/components/ui/locale";
import { sameName } from "@/lib/figures/choice-match";
import type { ChoiceResource } from "@/lib/figures/figure-choices";
import { formatCount } from "@/lib/format/words";

const ADD = "\u0000add";
const GO_ON = "\u0000on";
const NONE: readonly string[] = [];

/**
 * One record out of many, found by typing: the site is asked once typing rests. What was typed and fits nothing stays in the box and is
 * said to fit nothing. With `onAdd` the list ends with a way to add what was typed; the caller then shows the fields of the new record
 * in place.
 */
export function RecordCombobox({
  choices,
  onAdd,
  of,
  except = NONE,
  ...field
}: FieldProps<string | null> & {
  /** Records that are known without asking: the chosen one is shown by its name from these. */
  readonly choices: readonly Choice[];
  /** Asked to add a new record; `typed` is what stands in the box. */
  readonly onAdd?: (typed: string) => void;
  /** Whose records are chosen. */
  readonly of: ChoiceResource;
  /** Keys that are not offered. */
  readonly except?: readonly string[];
}) {
  const { value, onChange, ...shown } = useField(field);
  const resource = RESOURCE_WORDS[of].one;
  const chosen = choices.find(({ key }) => key === value) ?? null;
  // What is being typed; null while the box shows the choice.
  const [typed, setTyped] = useState<string | null>(null);
  const { left, leave, stay } = useFieldLeft();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const isOpen = combobox.dropdownOpened;
  // What was typed is looked for also when the box was left before the answer came.
  const isLeftOpen = left && typed !== null && typed.trim() !== "";
  const search = useSearch(of, isOpen || isLeftOpen ? (typed ?? "") : null);
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
    isLeftOpen && !isOpen && hasAnswer && meant === undefined
      ? unknownText(resource, typed, onAdd !== undefined)
      : null;
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
          {...inputProps({ ...shown, error: unknown ?? shown.error })}
          value={typed ?? chosen?.name ?? value ?? ""}
          placeholder={`Type to find ${withArticle(resource)}`}
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
          {/* Not before the answer: who presses a key early does not mean a new one. */}
          {onAdd && search.state !== "searching" ? (
            <Combobox.Option value={ADD}>
              {typed?.trim() ? `Add “${typed.trim()}” as a new ${resource}` : `Add a new ${resource}`}
            </Combobox.Option>
          ) : null}
        </Combobox.Options>
        <p className="hint choices-said" role="status">
          {isOpen ? saidOf(search, offered.length, resource) : ""}
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
function saidOf({ state, records, total }: Search, offered: number, resource: string): string {
  if (state === "searching") return "Searching …";
  if (state === "failed") return "The site cannot search now: try again";
  if (offered === 0) return `No ${resource} fits`;
  return records.length === total
    ? ""
    : `${formatCount(records.length, LOCALE)} of ${formatCount(total, LOCALE)}: type more to find the others`;
}

function unknownText(resource: string, typed: string, canAdd: boolean): string {
  return `No ${resource} is called “${typed.trim()}”. Choose one from the list${canAdd ? ", or add it" : ""}.`;
}
