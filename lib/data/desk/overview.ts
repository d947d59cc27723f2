import "server-only";
import { dayOf, findDiffering, findStale } from "@/lib/data/desk/care";
import { listDesk } from "@/lib/data/desk/list";
import { readDeskFigures } from "@/lib/data/desk/list-figures";
import type { Care, CareMatter, DeskNoun, DeskOverview, DeskQuery } from "@/lib/figures/desk";

/** Records shown of each matter. */
const FIRST = 4;

const EVERYTHING: DeskQuery = {
  text: "",
  status: "current",
  metric: null,
  region: null,
  source: null,
  topic: null,
  organisation: null,
  care: null,
  sort: "newest",
  page: 1,
};

/** What needs care now: drafts, figures past their shelf life, claims that differ, sources without an archived copy. */
export async function readOverview(now: Date): Promise<DeskOverview> {
  const [draftFigures, draftMilestones, draftCharts, unarchived, stale, differing] = await Promise.all([
    matter("figures", { status: "draft" }),
    matter("milestones", { status: "draft" }),
    matter("charts", { status: "draft" }),
    matter("sources", { care: "unarchived" satisfies Care }),
    findStale(dayOf(now)),
    findDiffering(),
  ]);
  const [firstStale, firstDiffering] = await Promise.all([
    readDeskFigures(stale.ids.slice(0, FIRST)),
    readDeskFigures(differing.ids.slice(0, FIRST)),
  ]);
  return {
    draftFigures,
    draftMilestones,
    draftCharts,
    unarchived,
    stale: { count: stale.count, first: firstStale },
    differing: { count: differing.count, first: firstDiffering },
  };
}

async function matter<N extends DeskNoun>(noun: N, part: Partial<DeskQuery>): Promise<CareMatter<N>> {
  const page = await listDesk(noun, { ...EVERYTHING, ...part });
  return { count: page.total, first: page.rows.slice(0, FIRST) };
}
