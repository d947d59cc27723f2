import "server-only";
import { invalid } from "@/lib/data/errors";
import { makeStore } from "@/lib/data/resources/store";
import type { Content } from "@/lib/data/revisions/record";
import { firstDayOf, parseEdtf } from "@/lib/dates/edtf";
import { SOURCE_TYPES } from "@/lib/schemas/resources/source";

/** Sources. */
export const sourceStore = makeStore("sources", {
  async check(_, __, { archiveUrl, archivedAt, published }) {
    if (archiveUrl !== null && archivedAt === null) {
      throw invalid("archivedAt", "missing", "Write the day on which the copy was made, such as 2024-05-01");
    }
    if (archiveUrl === null && archivedAt !== null) {
      throw invalid("archiveUrl", "missing", "Write the address of the archived copy, or leave its day empty");
    }
    if (published !== null && parseEdtf(published) === null) {
      throw invalid("published", "not_a_date", "Write the date of publication as a day, a month or a year");
    }
  },

  read: ({ type: _, publishedTo: __, publishedDay: ___, ...content }) => ({
    content: {
      ...content,
      kind: content.kind as Content<"sources">["kind"],
      archivedAt: content.archivedAt?.toISOString().slice(0, 10) ?? null,
    },
  }),

  // The CSL type, and what the date means, follow from what was said.
  columns({ archivedAt, ...content }) {
    const date = content.published === null ? null : parseEdtf(content.published);
    return {
      ...content,
      type: SOURCE_TYPES[content.kind],
      publishedTo: date?.precision ?? null,
      publishedDay: content.published === null ? null : firstDayOf(content.published),
      archivedAt: archivedAt === null ? null : new Date(`${archivedAt}T00:00:00Z`),
    };
  },

  dependants: (tx, sourceId) => {
    const where = { citations: { some: { sourceId } }, status: "published" } as const;
    return {
      "published figure": tx.figure.count({ where }),
      "published milestone": tx.milestone.count({ where }),
    };
  },
});
