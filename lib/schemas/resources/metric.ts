import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import { topicInput } from "@/lib/schemas/resources/places";
import { choice, isCurrencyCode, key, line, optionalLine, refuse, slug } from "@/lib/schemas/text";

/**
 * What an editor says of a metric. shelfLifeMonths is 1 to 1,200; null when its figures do not age. The topic is a key, or a whole
 * new one that is made with it.
 */
export const metricInput = z
  .strictObject({
    slug: slug.optional(),
    name: line(160),
    unit: line(60),
    kind: choice(ENUMS.MetricKind),
    counted: optionalLine(80),
    shareOf: optionalLine(160),
    accumulation: choice(ENUMS.Accumulation).nullable().default(null),
    higherIs: choice(ENUMS.HigherIs).default("neither"),
    shelfLifeMonths: z
      .number({ error: "Write a whole number of months" })
      .int()
      .min(1)
      .max(1200)
      .nullable()
      .default(null),
    definition: line(600),
    topic: z.union([key, topicInput]),
  })
  .superRefine((metric, context) => {
    if (metric.kind === "money" && !isCurrencyCode(metric.unit)) {
      refuse(context, "currency", "The unit of money is its ISO 4217 code, such as CNY", ["unit"]);
    }
    if (metric.kind === "share" && metric.unit !== "percent") {
      refuse(context, "unit", "The unit of a share is percent", ["unit"]);
    }
    if (metric.kind !== "share" && metric.shareOf !== null) {
      refuse(context, "kind", "Only a share is a share of something: leave this empty", ["shareOf"]);
    }
  });
