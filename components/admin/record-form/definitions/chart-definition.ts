import { CHART_KINDS } from "@/components/admin/lists/columns";
import type { Definition } from "@/components/admin/record-form/definitions/field";
import { choice, figures, line, record, records, whole } from "@/components/admin/record-form/definitions/field-makers";

const isOptional = true;
const ROWS = { region: "A region", period: "A period", metric: "A metric", organisation: "An organisation" };

/** How charts are edited. */
export const CHART_FORM: Definition = {
  keyField: null,
  initial: { kind: "bar", scale: "linear", rows: "region", position: 0, metrics: [], regions: [], figures: [] },
  parts: [
    {
      heading: null,
      rows: [
        [line("title", "Title", { hint: "Says what is seen: “Digital economy’s share of GDP keeps rising”" })],
        [line("subtitle", "Subtitle", { hint: "Unit, place and period: “Guizhou, % of GDP, 2016–2023”" })],
        [
          choice("kind", "Drawn as", CHART_KINDS),
          choice("rows", "Each row or line is", ROWS),
          choice("scale", "Scale", { linear: "Even", log: "Tenfold steps (dots only)" }),
        ],
        [
          record("topic", "Topic", "topics"),
          whole("position", "Place on the dashboard", {
            offset: 1,
            hint: "1 is the first; the list of charts moves them, too",
          }),
        ],
      ],
    },
    {
      heading: "What it shows",
      rows: [
        [
          records("metrics", "Metrics", "metrics", {
            isOptional,
            hint: "Lines show every published figure of these metrics; bars and dots of several places the newest of each. The table has all",
          }),
        ],
        [
          records("regions", "Regions", "regions", {
            isOptional,
            hint: "None: every region that has figures. A timeline takes its milestones from here",
          }),
        ],
        [
          figures("figures", "Single figures", {
            isOptional,
            hint: "Named one by one, beside or instead of metrics, each with a short label of your own",
          }),
        ],
      ],
    },
  ],
};
