import "server-only";
import {
  citationLabels,
  citationReferences,
  citationRows,
  citationSelect,
  toCitations,
} from "@/lib/data/writing/citations";
import { rememberNew } from "@/lib/data/writing/revisions";
import { guarded, type NounStore } from "@/lib/data/writing/store";
import { firstDayOf } from "@/lib/figures/edtf";

/** Milestones, each with its citations. */
export const milestoneStore: NounStore<"milestones"> = {
  references: ({ region, citations }) => [
    { path: "region", noun: "regions", key: region },
    ...citationReferences(citations),
  ],

  async find(tx, key) {
    const row = await tx.milestone.findUnique({
      where: { slug: key },
      include: { region: { select: { code: true, name: true } }, citations: citationSelect },
    });
    if (!row) return null;
    const { id, slug, version, status, date, title, region, citations } = row;
    return {
      id,
      key: slug,
      version,
      state: status,
      content: { date, title, region: region.code, citations: toCitations(citations) },
      labels: { region: region.name, ...citationLabels(citations) },
    };
  },

  async insert(tx, row, context) {
    const { key, content, state, references } = row;
    const made = await tx.milestone.create({
      data: {
        slug: key,
        date: content.date,
        day: firstDayOf(content.date),
        title: content.title,
        regionId: references.idOf("regions", content.region),
        status: state,
        citations: { createMany: { data: [...citationRows(content.citations, references)] } },
      },
      select: { id: true },
    });
    await rememberNew(tx, "milestones", row, context);
    return made;
  },

  async update(tx, before, { content, state, references }) {
    const { count } = await tx.milestone.updateMany({
      where: guarded(before),
      data: {
        date: content.date,
        day: firstDayOf(content.date),
        title: content.title,
        regionId: references.idOf("regions", content.region),
        status: state,
        version: { increment: 1 },
      },
    });
    if (count === 0) return false;
    await tx.citation.deleteMany({ where: { milestoneId: before.id } });
    const rows = citationRows(content.citations, references);
    await tx.citation.createMany({ data: rows.map((row) => ({ ...row, milestoneId: before.id })) });
    return true;
  },

  async mark(tx, before, state) {
    const { count } = await tx.milestone.updateMany({
      where: guarded(before),
      data: { status: state, version: { increment: 1 } },
    });
    return count === 1;
  },

  dependants: async () => [],
};
