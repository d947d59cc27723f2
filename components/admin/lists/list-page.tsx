import type { ReactNode } from "react";
import { SHOWINGS } from "@/components/admin/lists/columns";
import { type ListChoices, ListFilters, listQuery } from "@/components/admin/lists/list-filters";
import { ListTable } from "@/components/admin/lists/list-table";
import { OrderEditor } from "@/components/admin/lists/order-editor";
import { NOUN_WORDS, withArticle } from "@/components/admin/noun-words";
import { LOCALE } from "@/components/layout/locale";
import { Pager } from "@/components/layout/pager";
import type { DeskNoun, DeskPage, DeskQuery, DeskRows } from "@/lib/figures/desk";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** The records of one noun, with what finds, narrows and orders them. `around` takes the table of those who may change it. */
export function ListPage<N extends DeskNoun>({
  noun,
  query,
  page,
  choices,
  mayEdit,
  around = null,
}: {
  readonly noun: N;
  readonly query: DeskQuery;
  readonly page: DeskPage<DeskRows[N]>;
  readonly choices: ListChoices;
  readonly mayEdit: boolean;
  readonly around?: ((table: ReactNode) => ReactNode) | null;
}) {
  const { one, many, title, about } = NOUN_WORDS[noun];
  const total = countText(page.total, one, many, LOCALE);
  const { name } = SHOWINGS[noun];
  const items = page.rows.map((row) => ({ key: row.key, version: row.version, name: name(row) }));
  const ordered = mayEdit && isWhole(query, page) ? orderedNoun(noun) : null;
  const table = <ListTable noun={noun} rows={page.rows} caption={total} isChoosing={around !== null} />;
  // What was done to the last rows of a list is still said when none are left.
  const shown = page.total === 0 ? <Nothing noun={noun} query={query} /> : table;
  return (
    <>
      <div className="list-head">
        <h1>{title}</h1>
        {mayEdit ? (
          <a className="btn" href={paths.admin.add(noun)}>
            Add {withArticle(one)}
          </a>
        ) : null}
      </div>
      <p className="lede">{about}</p>
      <ListFilters noun={noun} query={query} choices={choices} />
      <p className="list-count" role="status">
        {total}
        {page.pages > 1 ? `, page ${page.number} of ${page.pages}` : ""}
      </p>
      {ordered === null ? null : <OrderEditor noun={ordered} items={items} />}
      {around === null ? shown : around(shown)}
      <Pager
        number={page.number}
        pages={page.pages}
        href={(number) => paths.admin.list(noun, { ...listQuery(noun, query), page: number === 1 ? null : number })}
      />
    </>
  );
}

/** A noun whose records have a place on the dashboard; null for any other. */
function orderedNoun(noun: DeskNoun): "charts" | "topics" | null {
  return noun === "charts" || noun === "topics" ? noun : null;
}

/** Whether a list shows everything in use, in its own order: only then can the order be changed. */
function isWhole(
  { text, status, topic, sort }: DeskQuery,
  { pages, total }: { pages: number; total: number },
): boolean {
  return text === "" && status === "current" && topic === null && sort === "position" && pages === 1 && total > 1;
}

function Nothing({ noun, query }: { readonly noun: DeskNoun; readonly query: DeskQuery }) {
  const { many } = NOUN_WORDS[noun];
  return (
    <div className="empty">
      <h2>No {many} here</h2>
      <p>
        {query.text === "" ? "Nothing passes these filters." : `Nothing has every word of “${query.text}”.`}{" "}
        <a href={paths.admin.list(noun, { status: "all" })}>See all {many}</a>, retracted ones included.
      </p>
    </div>
  );
}
