import "server-only";
import { listRecords } from "@/lib/data/admin/list";
import { readAdminFigures } from "@/lib/data/admin/list-figures";
import { findDiffering, findStale } from "@/lib/data/admin/review-queue";
import { utcDay } from "@/lib/dates/edtf";
import type {
  AdminListQuery,
  AdminOverview,
  AdminResource,
  ReviewItem,
  ReviewReason,
} from "@/lib/figures/admin-records";

/** Records shown of each matter. */
const FIRST = 4;

const EVERYTHING: AdminListQuery = {
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
export async function readOverview(now: Date): Promise<AdminOverview> {
  const [draftFigures, draftMilestones, draftCharts, unarchived, links, stale, differing] = await Promise.all([
    matter("figures", { status: "draft" }),
    matter("milestones", { status: "draft" }),
    matter("charts", { status: "draft" }),
    matter("sources", { care: "unarchived" satisfies ReviewReason }),
    matter("sources", { care: "link" satisfies ReviewReason }),
    findStale(utcDay(now)),
    findDiffering(),
  ]);
  const [firstStale, firstDiffering] = await Promise.all([
    readAdminFigures(stale.ids.slice(0, FIRST)),
    readAdminFigures(differing.ids.slice(0, FIRST)),
  ]);
  return {
    draftFigures,
    draftMilestones,
    draftCharts,
    unarchived,
    links,
    stale: { count: stale.count, first: firstStale },
    differing: { count: differing.count, first: firstDiffering },
  };
}

async function matter<N extends AdminResource>(resource: N, part: Partial<AdminListQuery>): Promise<ReviewItem<N>> {
  const page = await listRecords(resource, { ...EVERYTHING, ...part });
  return { count: page.total, first: page.rows.slice(0, FIRST) };
}
