"use client";

import { ChoiceField } from "@/components/admin/fields/choice-field";
import { NewRecord } from "@/components/admin/fields/new-record";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import type { NewRegion } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { LEVELS } from "@/components/figures/labels";

/** A region that is made together with the figure. */
export function NewRegionFields({
  part,
  region,
  onBack,
}: {
  readonly part: FigurePart;
  readonly region: NewRegion;
  readonly onBack: () => void;
}) {
  const set = (changes: Partial<NewRegion>) => part.change({ region: { ...region, ...changes } });
  const at = (field: string) => ({ path: `region.${field}`, error: errorAt(part, `region.${field}`) });
  return (
    <NewRecord title="New region" backLabel="Choose one of the regions instead" onBack={onBack}>
      <div className="field-row">
        <TextField {...at("name")} label="Name" value={region.name} onChange={(name) => set({ name })} />
        <TextField
          {...at("code")}
          label="Code"
          value={region.code}
          onChange={(code) => set({ code })}
          hint="ISO 3166, such as CN-GZ; it never changes"
        />
        <ChoiceField
          {...at("level")}
          label="Level"
          value={region.level}
          choices={LEVELS}
          onChange={(level) => level !== null && set({ level })}
        />
      </div>
      {region.level === "country" ? null : (
        <RecordCombobox
          {...at("parent")}
          label="Lies in"
          noun="region"
          choices={choiceLists(part.choices).regions}
          value={region.parent}
          onChange={(parent) => set({ parent })}
        />
      )}
      <TextField
        {...at("nameLocal")}
        label="Name in the local script"
        required={false}
        value={region.nameLocal}
        onChange={(nameLocal) => set({ nameLocal })}
      />
    </NewRecord>
  );
}
