import { z } from "zod";
import { ENUMS } from "@/lib/enums";
import { choice, key, line, optionalLine, slug } from "@/lib/schemas/text";

/** What an editor says of a region. The code is its key and never changes. */
export const regionInput = z.strictObject({
  code: line(60).refine(
    (text) => /^[A-Z]{2}(?:-[A-Za-z0-9]+)*$/.test(text),
    "Write the ISO 3166 code, such as CN-GZ; below that, the parent’s code, a dash and a short name",
  ),
  name: line(120),
  nameLocal: optionalLine(120),
  level: choice(ENUMS.RegionLevel),
  parent: key.nullable().default(null),
});

/** What an editor says of an organisation. */
export const organisationInput = z.strictObject({ slug: slug.optional(), name: line(160) });

/** What an editor says of a topic; position counts from 0. */
export const topicInput = z.strictObject({
  slug: slug.optional(),
  name: line(80),
  position: z.number({ error: "Write a whole number" }).int().min(0).max(10_000).default(0),
});
