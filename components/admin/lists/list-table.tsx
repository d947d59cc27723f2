import { figureName, SHOWINGS } from "@/components/admin/lists/columns";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import { Tag } from "@/components/figures/tag";
import type { DeskNoun, DeskRows, DeskState } from "@/lib/figures/desk";
import { paths } from "@/lib/paths";

const TONES: Readonly<Record<DeskState, string>> = { draft: "warn", published: "ok", retracted: "mute" };
const STATES: Readonly<Record<DeskState, string>> = { draft: "Draft", published: "Published", retracted: "Retracted" };

/** Where a record stands, as a tag. Records of a noun without drafts that are in use need none. */
export function StateTag({ noun, state }: { readonly noun: DeskNoun; readonly state: DeskState }) {
  if (state === "published" && !NOUN_WORDS[noun].hasDrafts) return null;
  return <Tag tone={TONES[state]}>{STATES[state]}</Tag>;
}

/** Rows of one noun; each leads to its record. With `isChoosing`, every row has a box to tick (see BulkForm). */
export function ListTable<N extends DeskNoun>({
  noun,
  rows,
  caption,
  isChoosing = false,
}: {
  readonly noun: N;
  readonly rows: readonly DeskRows[N][];
  readonly caption: string;
  readonly isChoosing?: boolean;
}) {
  const { heading, name, lang, below, columns } = SHOWINGS[noun];
  const hasStates = NOUN_WORDS[noun].hasDrafts || rows.some(({ state }) => state === "retracted");
  return (
    <table className={`records of-${noun}`}>
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
              <a href={paths.admin.edit(noun, row.key)} lang={lang?.(row)}>
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
                <StateTag noun={noun} state={row.state} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
