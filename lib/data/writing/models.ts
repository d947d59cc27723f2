import "server-only";
import type { Noun } from "@/lib/schemas/nouns";

/** Names of the database's models, which revisions carry. */
export const MODELS = {
  figures: "Figure",
  metrics: "Metric",
  regions: "Region",
  organisations: "Organisation",
  topics: "Topic",
  sources: "Source",
  milestones: "Milestone",
  charts: "Chart",
} as const satisfies Readonly<Record<Noun, string>>;
