import { ChangeHead } from "@/components/admin/history/change-entry";
import { fieldName } from "@/components/admin/history/change-text";
import { ADMIN_RESOURCES, RESOURCE_WORDS } from "@/components/admin/resource-words";
import { FilterForm } from "@/components/filters/filter-form";
import { SelectPill } from "@/components/filters/select-pill";
import { LOCALE } from "@/components/ui/locale";
import type { LatestChange, LatestChanges } from "@/lib/figures/admin-records";
import { listText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Fields named of one change; the rest is counted. */
const FIELDS_SHOWN = 4;

/** The latest changes of all records, with who made them. */
export function LatestList({
  latest,
  resource,
  who,
  nameOf,
}: {
  readonly latest: LatestChanges;
  readonly resource: string | null;
  readonly who: string | null;
  readonly nameOf: (key: string) => string;
}) {
  const { changes, people, earlier } = latest;
  return (
    <>
      <h1>History</h1>
      <p className="lede">Every change, newest first. Nothing here is ever lost: each version can be restored.</p>
      <FilterForm action={paths.admin.history()} label="Filter the history">
        <SelectPill
          name="resource"
          label="Of"
          value={resource}
          any="everything"
          choices={[
            ...ADMIN_RESOURCES.map((each) => ({ value: each, name: RESOURCE_WORDS[each].title })),
            { value: "imports", name: "Imports" },
          ]}
        />
        <SelectPill
          name="who"
          label="By"
          value={who}
          any="anyone"
          choices={people.map((name) => ({ value: name, name }))}
        />
        <button type="submit" className="show">
          Show
        </button>
        {resource === null && who === null ? null : (
          <span className="ends">
            <a href={paths.admin.history()}>Reset</a>
          </span>
        )}
      </FilterForm>
      {changes.length === 0 ? (
        <p className="empty">No change passes these filters.</p>
      ) : (
        <ol className="change-list">
          {changes.map((change) => (
            <li key={change.revision}>
              <ChangeHead change={change}>
                <Subject change={change} nameOf={nameOf} />
              </ChangeHead>
              {change.reason === null ? null : <p className="change-reason">“{change.reason}”</p>}
              <p className="hint">{fieldsText(change)}</p>
            </li>
          ))}
        </ol>
      )}
      {earlier === null ? null : (
        <nav className="pager" aria-label="Pages of the list">
          <a href={paths.admin.history({ resource, who, before: earlier })}>Earlier changes</a>
        </nav>
      )}
    </>
  );
}

function Subject({ change, nameOf }: { readonly change: LatestChange; readonly nameOf: (key: string) => string }) {
  const { resource, key, name } = change;
  if (resource === "imports") return "a file";
  const title = name === null ? key : resource === "figures" ? name.split(", ").map(nameOf).join(", ") : name;
  return (
    <>
      {RESOURCE_WORDS[resource].one} <a href={paths.admin.historyOf(resource, key)}>{title}</a>
    </>
  );
}

function fieldsText({ resource, kind, changes }: LatestChange): string {
  if (resource === "imports" || kind === "created" || kind === "imported") return "";
  const names = changes.map(({ field }) => fieldName(resource, field));
  const more = names.length - FIELDS_SHOWN;
  return listText(more > 0 ? [...names.slice(0, FIELDS_SHOWN), `${more} more`] : names, LOCALE);
}
