import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import { citationsInput } from "@/lib/schemas/resources/figure";
import { choice, date, key, line, optionalLine, refuse, slug } from "@/lib/schemas/text";

const status = choice(["draft", "published"]).default("draft");

/** What an editor says of a dated event. A published one needs a citation; its phrase may be missing. */
export const milestoneInput = z
  .strictObject({
    slug: slug.optional(),
    date,
    title: line(200),
    region: key,
    citations: citationsInput.default([]),
    status,
  })
  .superRefine((milestone, context) => {
    if (milestone.status === "published" && milestone.citations.length === 0) {
      refuse(context, "missing", "A published milestone needs a source: name it, or save a draft", ["citations"]);
    }
  });

const position = z.number({ error: "Write a whole number" }).int().min(0).max(10_000).default(0);

/** What an editor says of a chart. Figures are named one by one, or found by metrics and regions. */
export const chartInput = z
  .strictObject({
    slug: slug.optional(),
    title: line(160),
    subtitle: line(240),
    topic: key,
    kind: choice(ENUMS.ChartKind),
    scale: choice(ENUMS.AxisScale).default("linear"),
    rows: choice(ENUMS.ChartRows),
    position,
    metrics: z.array(key).max(30, "At most 30 metrics fit one chart").default([]),
    regions: z.array(key).max(100, "At most 100 regions fit one chart").default([]),
    figures: z
      .array(z.strictObject({ figure: key, label: optionalLine(120) }))
      .max(200, "At most 200 figures fit one chart")
      .default([]),
    status,
  })
  .superRefine((chart, context) => {
    if (chart.scale === "log" && chart.kind !== "dot") {
      refuse(context, "scale", "Only dots may stand on a log axis: bars and lines start at zero", ["scale"]);
    }
    const lists = {
      metrics: chart.metrics,
      regions: chart.regions,
      figures: chart.figures.map(({ figure }) => figure),
    };
    for (const [name, keys] of Object.entries(lists)) {
      if (new Set(keys).size < keys.length)
        refuse(context, "repeated", "Something is named twice: take one away", [name]);
    }
    if (chart.kind !== "timeline" && chart.metrics.length + chart.figures.length === 0) {
      refuse(context, "missing", "Choose at least one metric or figure to draw", ["metrics"]);
    }
  });
