import { FilterForm } from "@/components/filters/filter-form";
import { RegionChoices } from "@/components/filters/region-choices";
import { SelectPill, yearChoices } from "@/components/filters/select-pill";
import { LOCALE } from "@/components/ui/locale";
import type { MetricView } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Names shown on the closed picker; the rest is counted. */
const NAMES_SHOWN = 3;

/** Which regions and years a metric page shows. */
export function MetricFilters({ view }: { readonly view: MetricView }) {
  const { metric, choices, chosen, fromYear, toYear, asOf } = view;
  const codes = chosen.map(({ code }) => code);
  const years = { from: fromYear, to: toYear, asOf };
  const choiceOfYears = yearChoices(
    metric.firstYear === null || metric.lastYear === null ? null : { first: metric.firstYear, last: metric.lastYear },
  );
  const more = chosen.length - NAMES_SHOWN;
  return (
    <FilterForm action={paths.metric(metric.slug)} label="Regions and years">
      {asOf === null ? null : <input type="hidden" name="as-of" value={asOf} />}
      {choices.length > 1 ? (
        <details className="more picker">
          <summary>
            Regions{" "}
            <b>
              {chosen
                .slice(0, NAMES_SHOWN)
                .map(({ name }) => name)
                .join(", ")}
              {more > 0 ? ` and ${more} more` : ""}
            </b>
          </summary>
          <fieldset>
            <legend>Up to 12 of {countText(choices.length, "region", "regions", LOCALE)}</legend>
            <RegionChoices choices={choices} chosen={codes} />
          </fieldset>
        </details>
      ) : null}
      {choiceOfYears.length > 1 ? (
        <>
          <SelectPill name="from" label="From" value={fromYear} any="any year" choices={choiceOfYears} />
          <SelectPill name="to" label="To" value={toYear} any="any year" choices={choiceOfYears} />
        </>
      ) : null}
      <button type="submit" className="show">
        Show
      </button>
      {chosen.length > 1 && chosen.length < choices.length
        ? chosen.map(({ code, name }) => (
            <a
              key={code}
              className="chip"
              href={paths.metric(metric.slug, { ...years, region: codes.filter((other) => other !== code) })}
              aria-label={`Remove ${name}`}
            >
              {name} <span aria-hidden="true">×</span>
            </a>
          ))
        : null}
      <span className="ends">
        {chosen.length < choices.length || fromYear !== null || toYear !== null ? (
          <a href={paths.metric(metric.slug, { asOf })}>Reset</a>
        ) : null}
        <a href={paths.metric(metric.slug, { ...years, region: codes })} data-copy="">
          Share this view
        </a>
      </span>
    </FilterForm>
  );
}
