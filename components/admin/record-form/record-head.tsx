import { StateTag } from "@/components/admin/lists/list-table";
import { NOT_LISTED, publicPage } from "@/components/admin/record-form/definitions/public-page";
import { recordName } from "@/components/admin/record-form/definitions/record-name";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import type { SavedRecord } from "@/components/admin/saving/send";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { AdminResource, RecordState } from "@/lib/figures/admin-records";
import { paths } from "@/lib/paths";

/** Resources whose records have figures, with the filter of the list that finds them. */
const FIGURES_OF: Readonly<Partial<Record<AdminResource, string>>> = {
  metrics: "metric",
  regions: "region",
  topics: "topic",
  sources: "source",
  organisations: "organisation",
};

/** Resources whose record a new figure may begin with. */
const BEGINS_FIGURE: readonly AdminResource[] = ["metrics", "regions", "sources"];

/** The name of a record, where it stands, and the ways on from it. */
export function RecordHead({
  resource,
  record,
  here = "form",
}: {
  readonly resource: AdminResource;
  readonly record: SavedRecord;
  /** The page that the head stands on. */
  readonly here?: "form" | "history";
}) {
  const state = (record.status ?? (record.retracted === true ? "retracted" : "published")) as RecordState;
  const page = state === "published" ? publicPage(resource, record) : null;
  const filter = FIGURES_OF[resource];
  return (
    <>
      <Breadcrumb steps={[{ name: RESOURCE_WORDS[resource].title, href: paths.admin.list(resource) }]} />
      <h1 lang={typeof record.language === "string" ? record.language : undefined}>
        {here === "history" ? `History: ${recordName(record)}` : recordName(record)}
      </h1>
      <ul className="ways-on">
        {state === "published" && !RESOURCE_WORDS[resource].hasDrafts ? null : (
          <li>
            <StateTag resource={resource} state={state} />
          </li>
        )}
        <li>
          {here === "form" ? (
            <a href={paths.admin.historyOf(resource, record.key)}>History</a>
          ) : (
            <a href={paths.admin.edit(resource, record.key)}>Change it</a>
          )}
        </li>
        {filter === undefined ? null : (
          <li>
            <a href={paths.admin.list("figures", { [filter]: record.key })}>Its figures</a>
          </li>
        )}
        {state === "published" && BEGINS_FIGURE.includes(resource) && filter !== undefined ? (
          <li>
            <a href={paths.admin.add("figures", { [filter]: record.key })}>Add a figure</a>
          </li>
        ) : null}
        {page === null ? null : (
          <li>
            <a href={page}>See it on the site</a>
          </li>
        )}
        {record.listed === false && state === "published" ? <li>{NOT_LISTED}</li> : null}
      </ul>
    </>
  );
}
