import type { Figure } from "@/lib/figures/figure";
import { paths } from "@/lib/paths";

/** A way to somewhere, as it is shown. */
export interface PageLink {
  readonly name: string;
  readonly href: string;
}

/** A public page: of one record, or any other (null); with the region and metric that its address chooses. */
export interface PublicPage {
  readonly resource: "figures" | "metrics" | "regions" | "sources" | null;
  /** Key of the record; "" without one. */
  readonly key: string;
  readonly region: string | null;
}

const RECORD = /^\/(figures|metrics|regions|sources)\/([^/]+)\/?$/;
const ONE = { figures: "figure", metrics: "metric", regions: "region", sources: "source" } as const;

/** The page that an address on this site shows. What makes no sense is a page of no record. */
export function pageAt(address: string): PublicPage {
  const [path = "", query = ""] = address.split(/[?#]/);
  const regions = new URLSearchParams(query).getAll("region");
  const region = regions.length === 1 ? (regions[0] ?? null) : null;
  const [, resource, key] = RECORD.exec(path) ?? [];
  if (resource === undefined || key === undefined) return { resource: null, key: "", region };
  try {
    return { resource: resource as keyof typeof ONE, key: decodeURIComponent(key), region };
  } catch {
    return { resource: null, key: "", region };
  }
}

/**
 * What can be done about a public page: change its record, add a figure with what the page is about filled in, make a chart of it, and
 * go to the editors' pages. `figure` is that of a figure's page. Who may not edit is led to the editors' pages only.
 */
export function linksOf(
  { resource, key, region }: PublicPage,
  figure: Figure | null,
  mayEdit: boolean,
): readonly PageLink[] {
  const start = { name: "Editors’ pages", href: paths.admin.start() };
  if (!mayEdit) return [start];
  const about = {
    metric: resource === "metrics" ? key : (figure?.metric.slug ?? null),
    region: resource === "regions" ? key : (figure?.region.code ?? region),
    source: resource === "sources" ? key : (figure?.citations[0]?.source.slug ?? null),
  };
  const edit = resource === null ? [] : [{ name: `Edit this ${ONE[resource]}`, href: paths.admin.edit(resource, key) }];
  const { metric } = about;
  const chart = { name: "Make a chart", href: paths.admin.add("charts", { metric, region: about.region }) };
  return [...edit, { name: "Add a figure here", href: paths.admin.add("figures", about) }, chart, start];
}
