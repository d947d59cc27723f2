import { figureName, SHOWINGS } from "@/components/admin/lists/columns";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import { Tag } from "@/components/ui/tag";
import type { AdminResource, AdminRows, RecordState } from "@/lib/figures/admin-records";
import { paths } from "@/lib/paths";

const TONES: Readonly<Record<RecordState, string>> = { draft: "warn", published: "ok", retracted: "mute" };
const STATES: Readonly<Record<RecordState, string>> = {
  draft: "Draft",
  published: "Published",
  retracted: "Retracted",
};

/** Where a record stands, as a tag. Records of a resource without drafts that are in use need none. */
export function StateTag({ resource, state }: { readonly resource: AdminResource; readonly state: RecordState }) {
  if (state === "published" && !RESOURCE_WORDS[resource].hasDrafts) return null;
  return <Tag tone={TONES[state]}>{STATES[state]}</Tag>;
}

/** Rows of one resource; each leads to its record. With `isChoosing`, every row has a box to tick (see BulkForm). */
export function ListTable<N extends AdminResource>({
  resource,
  rows,
  caption,
  isChoosing = false,
}: {
  readonly resource: N;
  readonly rows: readonly AdminRows[N][];
  readonly caption: string;
  readonly isChoosing?: boolean;
}) {
  const { heading, name, lang, below, columns } = SHOWINGS[resource];
  const hasStates = RESOURCE_WORDS[resource].hasDrafts || rows.some(({ state }) => state === "retracted");
  return (
    <table className={`records of-${resource}`}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {isChoosing ? (
            <th scope="col" className="tick">
              <label>
                <input type="checkbox" data-all="" />
                <span className="hidden">Choose every row of this page</span>
              </label>
            </th>
          ) : null}
          <th scope="col">{heading}</th>
          {columns.map((column) => (
            <th key={column.name} scope="col" className={column.isNumber ? "num" : undefined}>
              {column.name}
            </th>
          ))}
          {hasStates ? <th scope="col">Status</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {isChoosing ? (
              <td className="tick">
                <label>
                  <input
                    type="checkbox"
                    name="item"
                    value={row.key}
                    data-version={row.version}
                    data-name={"figure" in row ? figureName(row) : name(row)}
                  />
                  <span className="hidden">Choose {name(row)}</span>
                </label>
              </td>
            ) : null}
            <th scope="row">
              <a href={paths.admin.edit(resource, row.key)} lang={lang?.(row)}>
                {name(row)}
              </a>
              {below === undefined ? null : <small>{below(row)}</small>}
            </th>
            {columns.map((column) => (
              <td key={column.name} className={column.isNumber ? "num" : undefined} data-name={column.name}>
                {column.cell(row)}
              </td>
            ))}
            {hasStates ? (
              <td>
                <StateTag resource={resource} state={row.state} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
