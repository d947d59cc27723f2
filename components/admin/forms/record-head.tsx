import { NOT_LISTED, publicPage } from "@/components/admin/forms/public-page";
import { recordName } from "@/components/admin/forms/record-name";
import { StateTag } from "@/components/admin/lists/list-table";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import type { SavedRecord } from "@/components/admin/saving/send";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import type { DeskNoun, DeskState } from "@/lib/figures/desk";
import { paths } from "@/lib/paths";

/** Nouns whose records have figures, with the filter of the list that finds them. */
const FIGURES_OF: Readonly<Partial<Record<DeskNoun, string>>> = {
  metrics: "metric",
  regions: "region",
  topics: "topic",
  sources: "source",
  organisations: "organisation",
};

/** Nouns whose record a new figure may begin with. */
const BEGINS_FIGURE: readonly DeskNoun[] = ["metrics", "regions", "sources"];

/** The name of a record, where it stands, and the ways on from it. */
export function RecordHead({
  noun,
  record,
  here = "form",
}: {
  readonly noun: DeskNoun;
  readonly record: SavedRecord;
  /** The page that the head stands on. */
  readonly here?: "form" | "history";
}) {
  const state = (record.status ?? (record.retracted === true ? "retracted" : "published")) as DeskState;
  const page = state === "published" ? publicPage(noun, record) : null;
  const filter = FIGURES_OF[noun];
  return (
    <>
      <Breadcrumb steps={[{ name: NOUN_WORDS[noun].title, href: paths.admin.list(noun) }]} />
      <h1 lang={typeof record.language === "string" ? record.language : undefined}>
        {here === "history" ? `History: ${recordName(record)}` : recordName(record)}
      </h1>
      <ul className="ways-on">
        {state === "published" && !NOUN_WORDS[noun].hasDrafts ? null : (
          <li>
            <StateTag noun={noun} state={state} />
          </li>
        )}
        <li>
          {here === "form" ? (
            <a href={paths.admin.historyOf(noun, record.key)}>History</a>
          ) : (
            <a href={paths.admin.edit(noun, record.key)}>Change it</a>
          )}
        </li>
        {filter === undefined ? null : (
          <li>
            <a href={paths.admin.list("figures", { [filter]: record.key })}>Its figures</a>
          </li>
        )}
        {state === "published" && BEGINS_FIGURE.includes(noun) && filter !== undefined ? (
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
