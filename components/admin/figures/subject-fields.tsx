"use client";

import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { RecordOrName } from "@/components/admin/fields/record-or-name";
import { choiceLists } from "@/components/admin/figures/choice-lists";
import { EMPTY_REGION } from "@/components/admin/figures/figure-draft";
import { errorAt, type FigurePart } from "@/components/admin/figures/figure-fields";
import { NewRegionFields } from "@/components/admin/figures/new-place-fields";

/** Where: one of the regions, or a new one in place. */
export function RegionField(part: FigurePart) {
  const { draft, choices, change } = part;
  const { region } = draft;
  if (region !== null && typeof region === "object") {
    return <NewRegionFields part={part} region={region} onBack={() => change({ region: null })} />;
  }
  return (
    <RecordCombobox
      path="region"
      label="Region"
      noun="region"
      choices={choiceLists(choices).regions}
      value={region}
      onChange={(key) => change({ region: key })}
      onAdd={(typed) => change({ region: { ...EMPTY_REGION, name: typed.trim() } })}
      error={errorAt(part, "region")}
    />
  );
}

/** Whom the figure is about, where that is not the region itself. */
export function OrganisationField(part: FigurePart) {
  const { draft, choices, issues, change } = part;
  return (
    <RecordOrName
      path="organisation"
      label="Organisation"
      noun="organisation"
      required={false}
      choices={choiceLists(choices).organisations}
      value={draft.organisation}
      onChange={(organisation) => change({ organisation })}
      begin={(name) => ({ name })}
      issues={issues}
      nameHint="As sources write it"
      hint="Leave it empty where the figure is about the region itself"
    />
  );
}
