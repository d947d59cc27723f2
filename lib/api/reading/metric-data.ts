import "server-only";
import { gone } from "@/lib/api/gone-response";
import { readQuery } from "@/lib/api/reading/for-readers";
import { assertDay } from "@/lib/api/reading/known-day";
import { unknownKey } from "@/lib/api/reading/known-keys";
import { openFiguresFile } from "@/lib/data/public/figures-file";
import type { FiguresFile } from "@/lib/data/public/figures-file-read";
import { findMetricRecord } from "@/lib/data/public/metrics";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import { siteAddress } from "@/lib/env";
import type { MetricRecord } from "@/lib/figures/view-models";
import { paths } from "@/lib/paths";
import { metricDataQuery } from "@/lib/schemas/api/parameters";
import { DomainError } from "@/lib/schemas/domain-error";

type OpenFile = Extract<FiguresFile, { readonly ok: true }>;

/** A metric with the figures of it that are asked for, set after set. */
interface MetricData {
  readonly metric: MetricRecord;
  readonly sets: OpenFile["sets"];
  /** Where readers find the site. */
  readonly site: OpenFile["site"];
}

/** The figures of a metric that an address asks for; refuses what is not there. */
export async function openMetricData(request: Request, slug: string): Promise<MetricData> {
  const { region = [], ...query } = readQuery(request, metricDataQuery);
  assertDay(query["as-of"]);
  const metric = await findMetricRecord(slug);
  if (metric === null) throw gone(await findWithdrawal("metrics", slug));
  const file = await openFiguresFile({ ...query, region, id: [], metric: slug });
  if (file.ok) return { metric, sets: file.sets, site: file.site };
  if (file.code === "busy") throw new DomainError(503, file.code, file.message, { headers: { "retry-after": "60" } });
  const [, name = "region", key = ""] = /(region|organisation) ([^,:]+)/.exec(file.message) ?? [];
  throw file.code === "not_found" ? await unknownKey(name, key) : new DomainError(422, file.code, file.message);
}

/** Figures that one answer holds whole. */
const MOST_WHOLE = 5000;

/** All of them at once; refuses (422) more than an answer holds whole. */
export async function readMetricData(request: Request, slug: string) {
  const { metric, sets } = await openMetricData(request, slug);
  const figures = [];
  for await (const set of sets) {
    figures.push(...set);
    if (figures.length > MOST_WHOLE) {
      const message = `There are more than ${MOST_WHOLE} figures, and JSON-stat holds all of them at once: ask for regions or years, or take SDMX-CSV.`;
      throw new DomainError(422, "too_many", message);
    }
  }
  return { metric, figures };
}

/** Permanent address of a figure, by its key. */
export const addressOf = (figure: string): string => siteAddress() + paths.figure(figure);
