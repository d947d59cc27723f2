import "server-only";
import {
  citationLabels,
  citationReferences,
  citationRows,
  citationSelect,
  toCitations,
} from "@/lib/data/resources/citations";
import { makeStore } from "@/lib/data/resources/store";
import { firstDayOf } from "@/lib/dates/edtf";

/** Milestones, each with its citations. */
export const milestoneStore = makeStore("milestones", {
  include: { region: { select: { code: true, name: true } }, citations: citationSelect },
  references: ({ region, citations }) => [
    { path: "region", resource: "regions", key: region },
    ...citationReferences(citations),
  ],

  read: ({ date, title, region, citations }) => ({
    content: { date, title, region: region.code, citations: toCitations(citations) },
    labels: { region: region.name, ...citationLabels(citations) },
  }),

  columns: ({ date, title, region }, references) => ({
    date,
    day: firstDayOf(date),
    title,
    regionId: references.idOf("regions", region),
  }),

  parts: {
    citations: {
      table: "citation",
      owner: "milestoneId",
      rows: ({ citations }, references) => citationRows(citations, references),
    },
  },
});
