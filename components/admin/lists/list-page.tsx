import type { ReactNode } from "react";
import { SHOWINGS } from "@/components/admin/lists/columns";
import { type ListChoices, ListFilters, listQuery } from "@/components/admin/lists/list-filters";
import { ListTable } from "@/components/admin/lists/list-table";
import { OrderEditor } from "@/components/admin/lists/order-editor";
import { RESOURCE_WORDS, withArticle } from "@/components/admin/resource-words";
import { LOCALE } from "@/components/ui/locale";
import { Pager } from "@/components/ui/pager";
import type { AdminListPage, AdminListQuery, AdminResource, AdminRows } from "@/lib/figures/admin-records";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** The records of one resource, with what finds, narrows and orders them. `around` takes the table of those who may change it. */
export function ListPage<N extends AdminResource>({
  resource,
  query,
  page,
  choices,
  mayEdit,
  around = null,
}: {
  readonly resource: N;
  readonly query: AdminListQuery;
  readonly page: AdminListPage<AdminRows[N]>;
  readonly choices: ListChoices;
  readonly mayEdit: boolean;
  readonly around?: ((table: ReactNode) => ReactNode) | null;
}) {
  const { one, many, title, about } = RESOURCE_WORDS[resource];
  const total = countText(page.total, one, many, LOCALE);
  const { name } = SHOWINGS[resource];
  const items = page.rows.map((row) => ({ key: row.key, version: row.version, name: name(row) }));
  const ordered = mayEdit && isWhole(query, page) ? orderedResource(resource) : null;
  const table = <ListTable resource={resource} rows={page.rows} caption={total} isChoosing={around !== null} />;
  // What was done to the last rows of a list is still said when none are left.
  const shown = page.total === 0 ? <Nothing resource={resource} query={query} /> : table;
  return (
    <>
      <div className="list-head">
        <h1>{title}</h1>
        {mayEdit ? (
          <a className="btn" href={paths.admin.add(resource)}>
            Add {withArticle(one)}
          </a>
        ) : null}
      </div>
      <p className="lede">{about}</p>
      <ListFilters resource={resource} query={query} choices={choices} />
      <p className="list-count" role="status">
        {total}
        {page.pages > 1 ? `, page ${page.number} of ${page.pages}` : ""}
      </p>
      {ordered === null ? null : <OrderEditor resource={ordered} items={items} />}
      {around === null ? shown : around(shown)}
      <Pager
        number={page.number}
        pages={page.pages}
        href={(number) =>
          paths.admin.list(resource, { ...listQuery(resource, query), page: number === 1 ? null : number })
        }
      />
    </>
  );
}

/** A resource whose records have a place on the dashboard; null for any other. */
function orderedResource(resource: AdminResource): "charts" | "topics" | null {
  return resource === "charts" || resource === "topics" ? resource : null;
}

/** Whether a list shows everything in use, in its own order: only then can the order be changed. */
function isWhole(
  { text, status, topic, sort }: AdminListQuery,
  { pages, total }: { pages: number; total: number },
): boolean {
  return text === "" && status === "current" && topic === null && sort === "position" && pages === 1 && total > 1;
}

function Nothing({ resource, query }: { readonly resource: AdminResource; readonly query: AdminListQuery }) {
  const { many } = RESOURCE_WORDS[resource];
  return (
    <div className="empty">
      <h2>No {many} here</h2>
      <p>
        {query.text === "" ? "Nothing passes these filters." : `Nothing has every word of “${query.text}”.`}{" "}
        <a href={paths.admin.list(resource, { status: "all" })}>See all {many}</a>, retracted ones included.
      </p>
    </div>
  );
}
