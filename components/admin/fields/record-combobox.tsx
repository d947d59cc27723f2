"use client";

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useState } from "react";
import { type Choice, findChoices, sameName } from "@/components/admin/fields/choice";
import { inputProps } from "@/components/admin/fields/field-frame";
import type { FieldProps } from "@/components/admin/fields/field-id";
import { useField } from "@/components/admin/fields/form-fields";
import { useLeft } from "@/components/admin/fields/use-left";
import { useTypedBefore } from "@/components/admin/fields/use-typed-before";

/** Most choices listed at once; typing narrows them. */
const MOST_LISTED = 40;
const ADD = "\u0000add";

/**
 * One record out of many, found by typing. What was typed and fits nothing stays in the box and is said to fit nothing. With `onAdd`
 * the list ends with a way to add what was typed; the caller then shows the fields of the new record in place.
 */
export function RecordCombobox({
  choices,
  onAdd,
  noun,
  ...field
}: FieldProps<string | null> & {
  readonly choices: readonly Choice[];
  /** Asked to add a new record; `typed` is what stands in the box. */
  readonly onAdd?: (typed: string) => void;
  /** What is chosen, in the singular: "metric". */
  readonly noun: string;
}) {
  const { value, onChange, ...shown } = useField(field);
  const chosen = choices.find(({ key }) => key === value) ?? null;
  // What is being typed; null while the box shows the choice.
  const [typed, setTyped] = useState<string | null>(null);
  const { left, leave, stay } = useLeft();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  // A closed list is not searched: a form has several, and each may have thousands of records.
  const found = combobox.dropdownOpened ? findChoices(choices, typed ?? "", MOST_LISTED) : [];
  const unknown = left && typed !== null && typed.trim() !== "" ? unknownText(noun, typed, onAdd !== undefined) : null;

  const choose = (key: string) => {
    combobox.closeDropdown();
    if (key === ADD) onAdd?.(typed ?? "");
    else onChange(key);
    setTyped(null);
  };
  const type = (text: string) => {
    setTyped(text);
    stay();
    if (value !== null) onChange(null);
    combobox.openDropdown();
    // The list is drawn anew first.
    setTimeout(() => combobox.selectFirstOption());
  };
  const choiceMeant = (text: string) => choices.find(({ name, key }) => sameName(name, text) || sameName(key, text));
  useTypedBefore(field.path, typed ?? chosen?.name ?? value ?? "", (text) => {
    const meant = choiceMeant(text);
    if (meant) onChange(meant.key);
    else setTyped(text);
  });
  const settle = () => {
    combobox.closeDropdown();
    leave();
    if (typed === null) return;
    const meant = choiceMeant(typed);
    if (meant) choose(meant.key);
    else if (typed.trim() === "") setTyped(null);
  };

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
          placeholder={`Type to find ${withArticle(noun)}`}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={settle}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: "auto" }} aria-label={field.label}>
          {found.map((choice) => (
            <Combobox.Option key={choice.key} value={choice.key} active={choice.key === value}>
              {choice.name}
              {choice.detail === null ? null : <small>{choice.detail}</small>}
            </Combobox.Option>
          ))}
          {found.length === 0 ? <Combobox.Empty>{`No ${noun} fits`}</Combobox.Empty> : null}
          {onAdd ? (
            <Combobox.Option value={ADD}>
              {typed?.trim() ? `Add “${typed.trim()}” as a new ${noun}` : `Add a new ${noun}`}
            </Combobox.Option>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function unknownText(noun: string, typed: string, canAdd: boolean): string {
  return `No ${noun} is called “${typed.trim()}”. Choose one from the list${canAdd ? ", or add it" : ""}.`;
}
