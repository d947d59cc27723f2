import { CHART_FORM } from "@/components/admin/record-form/definitions/chart-definition";
import type { Definition, FormResource } from "@/components/admin/record-form/definitions/field";
import { citations, date, line, record } from "@/components/admin/record-form/definitions/field-makers";
import { REFERENCES } from "@/components/admin/record-form/definitions/reference-definitions";

const MILESTONE_FORM: Definition = {
  keyField: null,
  initial: { citations: [] },
  parts: [
    {
      heading: null,
      rows: [
        [line("title", "What happened", { hint: "In our own words, without a number" })],
        [
          date("date", "Date", { hint: "As precise as the source: 2014, Mar 2014, 1 Mar 2014" }),
          record("region", "Region", "regions"),
        ],
      ],
    },
    { heading: "Sources", rows: [[citations("citations", "Sources")]] },
  ],
};

/** The one place that says what the forms of each resource hold. */
export const DEFINITIONS: Readonly<Record<FormResource, Definition>> = {
  ...REFERENCES,
  milestones: MILESTONE_FORM,
  charts: CHART_FORM,
};
