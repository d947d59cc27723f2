import type { AdminResource } from "@/lib/figures/admin-records";

interface ResourceWords {
  readonly one: string;
  readonly many: string;
  readonly title: string;
  /** What the resource is, for people who meet it for the first time. */
  readonly about: string;
  /** What helps somebody who adds one. */
  readonly toAdd: string;
  /** Whether records are drafts before they are published; others are in use as soon as they are saved. */
  readonly hasDrafts: boolean;
}

/** How the resources are called on the editors' pages. */
export const RESOURCE_WORDS: Readonly<Record<AdminResource, ResourceWords>> = {
  figures: {
    one: "figure",
    many: "figures",
    title: "Figures",
    about: "Numbers as their sources worded them.",
    toAdd: "Write it the way the source does; the rest fills in.",
    hasDrafts: true,
  },
  metrics: {
    one: "metric",
    many: "metrics",
    title: "Metrics",
    about: "What is measured, with its unit and definition.",
    toAdd: "A metric and its first figure, in one go.",
    hasDrafts: false,
  },
  regions: {
    one: "region",
    many: "regions",
    title: "Regions",
    about: "Places that figures are about, each within another.",
    toAdd: "Places lie in one another: add the larger one first.",
    hasDrafts: false,
  },
  organisations: {
    one: "organisation",
    many: "organisations",
    title: "Organisations",
    about: "Companies, agencies and platforms that figures are about.",
    toAdd: "Whom figures are about, by the name that sources use.",
    hasDrafts: false,
  },
  topics: {
    one: "topic",
    many: "topics",
    title: "Topics",
    about: "Headings that metrics and charts stand under, in the order of the dashboard.",
    toAdd: "A heading for metrics and charts.",
    hasDrafts: false,
  },
  sources: {
    one: "source",
    many: "sources",
    title: "Sources",
    about: "Articles, reports and pages that figures are taken from.",
    toAdd: "Paste the address or a DOI first: what it tells fills in. Check it against the page.",
    hasDrafts: false,
  },
  milestones: {
    one: "milestone",
    many: "milestones",
    title: "Milestones",
    about: "Dated events of the timeline, each with a source.",
    toAdd: "A dated event with a source and no number of its own.",
    hasDrafts: true,
  },
  charts: {
    one: "chart",
    many: "charts",
    title: "Charts",
    about: "What the dashboard draws, in its order.",
    toAdd: "Choose what it shows; the preview follows. Readers see it once it is published.",
    hasDrafts: true,
  },
};

/** The resources in the order of the navigation. */
export const ADMIN_RESOURCES = Object.keys(RESOURCE_WORDS) as readonly AdminResource[];

/** A resource with its article: "an organisation". */
export function withArticle(one: string): string {
  return `${/^[aeiou]/.test(one) ? "an" : "a"} ${one}`;
}
