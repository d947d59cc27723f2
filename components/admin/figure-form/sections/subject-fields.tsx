"use client";

import { EMPTY_REGION } from "@/components/admin/figure-form/state/figure-draft";
import { ReferenceField } from "@/components/admin/record-form/controls/field-control";

/** Where: one of the regions, or a new one in place. */
export function RegionField() {
  return <ReferenceField path="region" label="Region" of="regions" begin={(name) => ({ ...EMPTY_REGION, name })} />;
}

/** Whom the figure is about, where that is not the region itself. */
export function OrganisationField() {
  return (
    <ReferenceField
      path="organisation"
      label="Organisation"
      of="organisations"
      required={false}
      begin={(name) => ({ name })}
      hint="Leave it empty where the figure is about the region itself"
    />
  );
}
