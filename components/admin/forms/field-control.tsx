"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { DateField } from "@/components/admin/fields/date-field";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { RecordOrName } from "@/components/admin/fields/record-or-name";
import { TextField } from "@/components/admin/fields/text-field";
import { CitationsControl } from "@/components/admin/forms/citations-control";
import { FiguresControl } from "@/components/admin/forms/figures-control";
import { type ControlProps, choicesOf, inputOf } from "@/components/admin/forms/form-part";
import { RecordsControl } from "@/components/admin/forms/records-control";
import type { CitationValue, FigureValue, NamedValue } from "@/components/admin/forms/values";

/** The control of a field, by its kind. */
export function FieldControl({ field, value, onChange, ...rest }: ControlProps) {
  const input = inputOf({ field, ...rest });
  const text = typeof value === "string" ? value : "";
  switch (field.kind) {
    case "line":
      return <TextField {...input} value={text} onChange={onChange} {...(field.mode ? { type: field.mode } : {})} />;
    case "text":
      return <TextField {...input} rows={field.rows} value={text} onChange={onChange} />;
    case "whole":
      return <TextField {...input} value={text} onChange={onChange} />;
    case "date":
      return <DateField {...input} value={text} onChange={onChange} />;
    case "choice":
      return (
        <ChoiceField
          {...input}
          choices={field.choices}
          {...(field.none === undefined ? {} : { none: field.none })}
          value={typeof value === "string" ? value : null}
          onChange={onChange}
        />
      );
    case "record": {
      const choices = choicesOf(rest.choices, field.of);
      if (field.isAddable) {
        return (
          <RecordOrName
            {...input}
            noun={field.one}
            choices={choices}
            value={value as string | null | NamedValue}
            onChange={onChange}
            begin={(name) => ({ name, position: choices.length })}
            issues={rest.issues}
          />
        );
      }
      const key = typeof value === "string" ? value : null;
      return <RecordCombobox {...input} noun={field.one} choices={choices} value={key} onChange={onChange} />;
    }
    case "records":
      return <RecordsControl field={field} value={(value ?? []) as readonly string[]} onChange={onChange} {...rest} />;
    case "figures":
      return (
        <FiguresControl field={field} value={(value ?? []) as readonly FigureValue[]} onChange={onChange} {...rest} />
      );
    case "citations":
      return (
        <CitationsControl
          field={field}
          value={(value ?? []) as readonly CitationValue[]}
          onChange={onChange}
          {...rest}
        />
      );
  }
}
