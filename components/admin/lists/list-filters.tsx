import { Fragment } from "react";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import { FilterForm } from "@/components/filters/filter-form";
import { type Choice, SelectPill } from "@/components/filters/select-pill";
import { LOCALE } from "@/components/ui/locale";
import type { AdminListQuery, AdminListSort, AdminResource } from "@/lib/figures/admin-records";
import { formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";
import { ADMIN_LIST_SORTS } from "@/lib/schemas/admin-list";

interface FilterChoices {
  readonly choices: readonly { readonly key: string; readonly name: string }[];
  /** How many there are; more than the choices where not all are offered. */
  readonly total: number;
}

/** What the filters of a list may be set to; a resource has only those that make sense for it. */
export type ListChoices = Readonly<
  Partial<Record<"metric" | "region" | "topic" | "source" | "organisation", FilterChoices>>
>;

const FILTER_NAMES = { metric: "Metric", region: "Region", topic: "Topic", source: "Source" } as const;

const SORT_NAMES: Readonly<Record<AdminListSort, string>> = {
  best: "best match",
  newest: "newest first",
  name: "name",
  date: "date",
  metric: "metric",
  region: "region",
  topic: "topic",
  figures: "most figures",
  position: "place on the dashboard",
};

const CARE_NAMES = {
  stale: "Past shelf life",
  differing: "Claims differ",
  unarchived: "No archived copy",
  link: "Page gone or changed",
} as const;

const WITH_DRAFTS: readonly Choice[] = [
  { value: "draft", name: "Drafts" },
  { value: "published", name: "Published" },
  { value: "retracted", name: "Retracted" },
  { value: "all", name: "All" },
];
const WITHOUT_DRAFTS: readonly Choice[] = [
  { value: "retracted", name: "Retracted" },
  { value: "all", name: "All" },
];

/** Longest name in a list of choices, in characters. */
const LONGEST = 60;

/** The controls of an editor's list: a form whose state is the address. */
export function ListFilters({
  resource,
  query,
  choices,
}: {
  readonly resource: AdminResource;
  readonly query: AdminListQuery;
  readonly choices: ListChoices;
}) {
  const { hasDrafts, many } = RESOURCE_WORDS[resource];
  const usual = usualSort(resource, query);
  const isNarrowed =
    query.text !== "" ||
    query.status !== "current" ||
    chipsOf(query, choices).length > 0 ||
    filtersOf(query).length > 0;
  return (
    <FilterForm action={paths.admin.list(resource)} label={`Find ${many}`}>
      <span className="find list-find">
        <input
          type="search"
          name="q"
          defaultValue={query.text}
          data-shown={query.text}
          maxLength={200}
          placeholder={`Find ${many}`}
          aria-label={`Find ${many}`}
        />
      </span>
      <button type="submit" className="btn small">
        Find
      </button>
      <SelectPill
        name="status"
        label="Status"
        value={query.status === "current" ? null : query.status}
        any={hasDrafts ? "Drafts and published" : "In use"}
        choices={hasDrafts ? WITH_DRAFTS : WITHOUT_DRAFTS}
      />
      {(["metric", "region", "topic", "source"] as const).map((name) => {
        const offered = choices[name];
        return offered === undefined ? null : (
          <SelectPill
            key={name}
            name={name}
            label={FILTER_NAMES[name]}
            value={query[name]}
            any={anyOf(offered, many)}
            choices={offered.choices.map((each) => ({ value: each.key, name: shortened(each.name) }))}
          />
        );
      })}
      <SelectPill
        name="sort"
        label="Sort by"
        value={query.sort === usual ? null : query.sort}
        any={SORT_NAMES[usual]}
        choices={ADMIN_LIST_SORTS[resource].flatMap((sort) =>
          sort === usual ? [] : { value: sort, name: SORT_NAMES[sort] },
        )}
      />
      {chipsOf(query, choices).map(({ name, value, text }) => (
        <Fragment key={name}>
          <input type="hidden" name={name} value={value} />
          <a
            className="chip"
            href={paths.admin.list(resource, { ...listQuery(resource, query), [name]: null })}
            aria-label={`Remove: ${text}`}
          >
            {text} <span aria-hidden="true">×</span>
          </a>
        </Fragment>
      ))}
      {isNarrowed ? (
        <span className="ends">
          <a href={paths.admin.list(resource)}>Reset</a>
        </span>
      ) : null}
    </FilterForm>
  );
}

/** Conditions that other pages lead to; they have no control of their own and can be taken away. */
function chipsOf({ care, organisation }: AdminListQuery, choices: ListChoices) {
  const subject = choices.organisation?.choices.find(({ key }) => key === organisation)?.name ?? organisation;
  return [
    ...(care === null ? [] : [{ name: "care", value: care, text: CARE_NAMES[care] }]),
    ...(organisation === null || subject === null
      ? []
      : [{ name: "organisation", value: organisation, text: subject }]),
  ];
}

function filtersOf({ metric, region, topic, source }: AdminListQuery): readonly string[] {
  return [metric, region, topic, source].flatMap((filter) => filter ?? []);
}

/** The query of an address that asks for the same list, from its first page. */
export function listQuery(resource: AdminResource, query: AdminListQuery): Readonly<Record<string, string | null>> {
  const { text, status, metric, region, topic, source, organisation, care, sort } = query;
  const named = {
    status: status === "current" ? null : status,
    sort: sort === usualSort(resource, query) ? null : sort,
  };
  return { q: text, metric, region, topic, source, organisation, care, ...named };
}

/** The order of a list that asks for none. */
function usualSort(resource: AdminResource, { text }: AdminListQuery): AdminListSort {
  return text !== "" && resource !== "figures" ? "best" : ADMIN_LIST_SORTS[resource][0];
}

/** The choice that filters nothing; where not all are offered it says so, and how the others are found. */
function anyOf({ choices, total }: FilterChoices, many: string): string {
  if (choices.length >= total) return "Any";
  const [some, all] = [formatCount(choices.length, LOCALE), formatCount(total, LOCALE)];
  return `Any (${some} of ${all} listed; find ${many} of the others by words)`;
}

function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 3).trimEnd()}…`;
}
