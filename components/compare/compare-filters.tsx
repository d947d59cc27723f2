import { FilterForm } from "@/components/filters/filter-form";
import { SelectPill, yearChoices } from "@/components/filters/select-pill";
import { LOCALE } from "@/components/ui/locale";
import type { CompareView, Offered } from "@/lib/figures/compare/compare-view";
import { countText } from "@/lib/format/words";
import { type ComparePath, paths } from "@/lib/paths";

/** Metrics and regions, the year, the base of an index and the scale: they only write the address. */
export function CompareFilters({ view, query }: { readonly view: CompareView; readonly query: ComparePath }) {
  const years = yearChoices(view.years);
  const metrics = view.metrics.map(({ slug, name }) => ({ key: slug, name }));
  const regions = view.regions.map(({ code, name }) => ({ key: code, name }));
  return (
    <FilterForm action={paths.compare()} label="What is compared">
      {view.asOf === null ? null : <input type="hidden" name="as-of" value={view.asOf} />}
      <Picker
        name="metric"
        title="Metrics"
        chosen={metrics}
        offered={view.offered.metrics}
        keyOf={({ slug }) => slug}
        noun={["metric", "metrics"]}
      />
      <Picker
        name="region"
        title="Regions"
        chosen={regions}
        offered={view.offered.regions}
        keyOf={({ code }) => code}
        noun={["region", "regions"]}
      />
      <SelectPill name="year" label="Year" value={query.year ?? null} any="all" choices={years} />
      <SelectPill name="base" label="Index to" value={query.base ?? null} any="no base" choices={years} />
      <SelectPill
        name="scale"
        label="Scale"
        value={query.scale ?? null}
        any="one for each unit"
        choices={[{ value: "one", name: "one for all" }]}
      />
      <button type="submit" className="show">
        Show
      </button>
      <span className="ends">
        <a href={paths.compare({ asOf: view.asOf })}>Reset</a>
        <a href={paths.compare(query)} data-copy="">
          Share this view
        </a>
      </span>
    </FilterForm>
  );
}

interface Named {
  readonly name: string;
}

function Picker<Item extends Named>({
  name,
  title,
  chosen,
  offered,
  keyOf,
  noun: [one, many],
}: {
  readonly name: string;
  readonly title: string;
  readonly chosen: readonly (Named & { readonly key: string })[];
  readonly offered: Offered<Item>;
  readonly keyOf: (item: Item) => string;
  readonly noun: readonly [string, string];
}) {
  const keys = chosen.map(({ key }) => key);
  const all = countText(offered.total, one, many, LOCALE);
  return (
    <details className="more picker">
      <summary>
        {title} <b>{chosen.map((own) => own.name).join(", ")}</b>
      </summary>
      <fieldset>
        <legend>
          Up to 6 of {all}
          {offered.items.length < offered.total ? `, the ${offered.items.length} with most figures` : ""}
        </legend>
        {offered.items.map((item) => (
          <label key={keyOf(item)}>
            <input
              type="checkbox"
              name={name}
              value={keyOf(item)}
              defaultChecked={keys.includes(keyOf(item))}
              data-shown={keys.includes(keyOf(item))}
            />{" "}
            {item.name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
