import { CHART_FORM } from "@/components/admin/forms/chart-definition";
import type { Definition, FormNoun } from "@/components/admin/forms/field";
import { REFERENCES } from "@/components/admin/forms/reference-definitions";

const MILESTONE_FORM: Definition = {
  keyField: null,
  initial: { citations: [] },
  parts: [
    {
      heading: null,
      rows: [
        [{ kind: "line", name: "title", label: "What happened", hint: "In our own words, without a number" }],
        [
          { kind: "date", name: "date", label: "Date", hint: "As precise as the source: 2014, Mar 2014, 1 Mar 2014" },
          { kind: "record", of: "regions", one: "region", name: "region", label: "Region" },
        ],
      ],
    },
    {
      heading: "Sources",
      rows: [[{ kind: "citations", name: "citations", label: "Sources" }]],
    },
  ],
};

/** The one place that says what the forms of each noun hold. */
export const DEFINITIONS: Readonly<Record<FormNoun, Definition>> = {
  ...REFERENCES,
  milestones: MILESTONE_FORM,
  charts: CHART_FORM,
};
