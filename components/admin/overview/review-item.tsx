import { figureName, SHOWINGS } from "@/components/admin/lists/columns";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import { LOCALE } from "@/components/ui/locale";
import type { AdminResource, AdminRows, ReviewItem } from "@/lib/figures/admin-records";
import { edtfShort, periodText } from "@/lib/format/period";
import { formatCount } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** One thing that needs care: how often, what it is about, the first few records and the way to all of them. */
export function ReviewItemCard<N extends AdminResource>({
  resource,
  matter,
  name,
  why,
  clear,
  query,
}: {
  readonly resource: N;
  readonly matter: ReviewItem<N>;
  readonly name: string;
  /** What to do about it. */
  readonly why: string;
  /** What is said when there is nothing to do. */
  readonly clear: string;
  readonly query: Readonly<Record<string, string>>;
}) {
  const { count, first } = matter;
  return (
    <article className={count === 0 ? "matter is-clear" : "matter"}>
      <h2>
        <b>{formatCount(count, LOCALE)}</b> {name}
      </h2>
      <p>{count === 0 ? clear : why}</p>
      {first.length === 0 ? null : (
        <ul>
          {first.map((row) => (
            <li key={row.key}>
              <Name resource={resource} row={row} />
            </li>
          ))}
        </ul>
      )}
      {count === 0 ? null : (
        <p className="all">
          <a href={paths.admin.list(resource, query)}>
            {count > first.length ? `See all ${formatCount(count, LOCALE)}` : "See them in the list"}
            <span className="hidden">
              {" "}
              {RESOURCE_WORDS[resource].many}: {name}
            </span>
          </a>
        </p>
      )}
    </article>
  );
}

function Name<N extends AdminResource>({ resource, row }: { readonly resource: N; readonly row: AdminRows[N] }) {
  const { name, lang } = SHOWINGS[resource];
  return (
    <>
      <a href={paths.admin.edit(resource, row.key)} lang={lang?.(row)}>
        {"figure" in row ? figureName(row) : name(row)}
      </a>
      <small>{belowText(row)}</small>
    </>
  );
}

/** What tells a record apart from others like it. */
function belowText(row: AdminRows[AdminResource]): string | null {
  if ("figure" in row) return periodText(row.figure, LOCALE, edtfShort);
  if ("publisher" in row) return row.publisher;
  if ("date" in row) return edtfShort(row.date, LOCALE);
  return null;
}
