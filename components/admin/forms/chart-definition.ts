import type { Definition } from "@/components/admin/forms/field";
import { CHART_KINDS } from "@/components/admin/lists/columns";

/** How charts are edited. */
export const CHART_FORM: Definition = {
  keyField: null,
  initial: { kind: "bar", scale: "linear", rows: "region", position: 0, metrics: [], regions: [], figures: [] },
  parts: [
    {
      heading: null,
      rows: [
        [
          {
            kind: "line",
            name: "title",
            label: "Title",
            hint: "Says what is seen: “Digital economy’s share of GDP keeps rising”",
          },
        ],
        [
          {
            kind: "line",
            name: "subtitle",
            label: "Subtitle",
            hint: "Unit, place and period: “Guizhou, % of GDP, 2016–2023”",
          },
        ],
        [
          { kind: "choice", choices: CHART_KINDS, name: "kind", label: "Drawn as" },
          {
            kind: "choice",
            choices: {
              region: "A region",
              period: "A period",
              metric: "A metric",
              organisation: "An organisation",
            },
            name: "rows",
            label: "Each row or line is",
          },
          {
            kind: "choice",
            choices: { linear: "Even", log: "Tenfold steps (dots only)" },
            name: "scale",
            label: "Scale",
          },
        ],
        [
          { kind: "record", of: "topics", one: "topic", name: "topic", label: "Topic" },
          {
            kind: "whole",
            offset: 1,
            name: "position",
            label: "Place on the dashboard",
            hint: "1 is the first; the list of charts moves them, too",
          },
        ],
      ],
    },
    {
      heading: "What it shows",
      rows: [
        [
          {
            kind: "records",
            of: "metrics",
            one: "metric",
            name: "metrics",
            label: "Metrics",
            isOptional: true,
            hint: "Lines show every published figure of these metrics; bars and dots of several places the newest of each. The table has all",
          },
        ],
        [
          {
            kind: "records",
            of: "regions",
            one: "region",
            name: "regions",
            label: "Regions",
            isOptional: true,
            hint: "None: every region that has figures. A timeline takes its milestones from here",
          },
        ],
        [
          {
            kind: "figures",
            name: "figures",
            label: "Single figures",
            isOptional: true,
            hint: "Named one by one, beside or instead of metrics, each with a short label of your own",
          },
        ],
      ],
    },
  ],
};
