import { z } from "zod";
import {
  choice,
  line,
  optionalDate,
  optionalLine,
  optionalText,
  optionalWebAddress,
  refuse,
  slug,
  webAddress,
} from "@/lib/schemas/text";

/** Kinds of sources, each with its CSL 1.0.2 item type. */
export const SOURCE_TYPES = {
  news: "article-newspaper",
  government: "webpage",
  statistics: "dataset",
  report: "report",
  "press-release": "document",
} as const;

/** What an editor says of a source. The CSL type follows from the kind. */
export const sourceInput = z
  .strictObject({
    slug: slug.optional(),
    kind: choice(["news", "government", "statistics", "report", "press-release"]),
    title: line(400),
    publisher: line(200),
    authors: optionalLine(300),
    published: optionalDate,
    language: line(2).refine((text) => /^[a-z]{2}$/.test(text), "Write the ISO 639-1 code, such as en or zh"),
    url: webAddress,
    archiveUrl: optionalWebAddress,
    archivedAt: optionalDate,
    accessed: optionalDate,
    licence: optionalLine(200),
    note: optionalText(2000),
  })
  .superRefine(({ archivedAt }, context) => {
    if (archivedAt !== null && archivedAt.length !== 10) {
      refuse(context, "not_a_day", "Write the day on which the copy was made, such as 2024-05-01", ["archivedAt"]);
    }
  });
