import { FilterForm } from "@/components/filters/filter-form";
import { SelectPill, yearChoices } from "@/components/filters/select-pill";
import { OUTLOOKS, WORDINGS_SHOWN } from "@/components/ui/labels";
import type { DashboardRecord, FigureFilter, RegionRecord } from "@/lib/figures/view-models";
import { paths, type ViewQuery } from "@/lib/paths";

/** Value of the region control that stands for every region (see lib/schemas/view.ts). */
const EVERY_REGION = "all";

/** The query of an address that asks for a filter. */
export function viewQuery(filter: FigureFilter): ViewQuery {
  const { fromYear, toYear, region, ...rest } = filter;
  return { ...rest, region: region ?? EVERY_REGION, from: fromYear, to: toYear };
}

/** The controls of the dashboard: they only write the address. */
export function ViewFilters({ record, isDefault }: { readonly record: DashboardRecord; readonly isDefault: boolean }) {
  const { filter, choices, asOf } = record;
  const query = { ...viewQuery(filter), asOf };
  const organisation = choices.organisations.find(({ slug }) => slug === filter.organisation);
  const ofView = new Set(record.extent.sources);
  const sources = filter.source === null ? choices.sources.filter(({ slug }) => ofView.has(slug)) : choices.sources;
  const years = yearChoices(choices.years);
  return (
    <FilterForm action={paths.dashboard()} label="Filters">
      {asOf === null ? null : <input type="hidden" name="as-of" value={asOf} />}
      <SelectPill
        name="region"
        label="Region"
        value={filter.region ?? EVERY_REGION}
        any={null}
        choices={[{ value: EVERY_REGION, name: "All regions" }, ...regionChoices(choices.regions)]}
      />
      <SelectPill
        name="topic"
        label="Topic"
        value={filter.topic}
        any="All"
        choices={choices.topics.flatMap(({ slug, name, figureCount }) =>
          figureCount > 0 ? { value: slug, name } : [],
        )}
      />
      <SelectPill name="from" label="From" value={filter.fromYear} any="any year" choices={years} />
      <SelectPill name="to" label="To" value={filter.toYear} any="any year" choices={years} />
      <details
        className="more"
        open={filter.source !== null || filter.wording !== null || filter.outlook !== null || filter.age !== null}
      >
        <summary>More</summary>
        <div>
          <SelectPill
            name="source"
            label="Source"
            value={filter.source}
            any="Any"
            choices={sources.map(({ slug, title }) => ({ value: slug, name: shortened(title) }))}
          />
          <SelectPill
            name="wording"
            label="Wording"
            value={filter.wording}
            any="Any"
            choices={choicesOf(WORDINGS_SHOWN)}
          />
          <SelectPill
            name="outlook"
            label="Show"
            value={filter.outlook}
            any="Outcomes and targets"
            choices={choicesOf(OUTLOOKS)}
          />
          <SelectPill
            name="age"
            label="Age"
            value={filter.age}
            any="Any"
            choices={[{ value: "fresh", name: "Not past the shelf life of the metric" }]}
          />
        </div>
      </details>
      {organisation ? (
        <>
          <input type="hidden" name="organisation" value={organisation.slug} />
          <a
            className="chip"
            href={paths.dashboard({ ...query, organisation: null })}
            aria-label={`Remove ${organisation.name}`}
          >
            {organisation.name} <span aria-hidden="true">×</span>
          </a>
        </>
      ) : null}
      <button type="submit" className="show">
        Show
      </button>
      <span className="ends">
        {isDefault ? null : <a href={paths.dashboard({ asOf })}>Reset</a>}
        <a href={paths.dashboard(query)} data-copy="">
          Share this view
        </a>
      </span>
    </FilterForm>
  );
}

/** Whether a filter asks for nothing but a region. */
export function isRegionOnly({ region: _, ...rest }: FigureFilter): boolean {
  return Object.values(rest).every((part) => part === null);
}

/** Regions with figures, places indented below the region they lie in. */
function regionChoices(regions: readonly RegionRecord[]) {
  const parentOf = new Map(regions.map(({ code, parentCode }) => [code, parentCode]));
  const depth = (code: string): number => {
    const parent = parentOf.get(code) ?? null;
    return parent === null ? 0 : 1 + depth(parent);
  };
  return regions.flatMap(({ code, name, figureCountWithPlaces }) =>
    figureCountWithPlaces > 0 ? { value: code, name: "\u2003".repeat(depth(code)) + name } : [],
  );
}

function choicesOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, name]) => ({ value, name }));
}

/** A title short enough for a list of choices. */
function shortened(title: string): string {
  return title.length <= 60 ? title : `${title.slice(0, 57).trimEnd()}…`;
}
