import { fieldName, fieldText } from "@/components/ui/field-text";
import { LOCALE } from "@/components/ui/locale";
import type { FigureChange } from "@/lib/figures/history";
import { wordedQuantity } from "@/lib/format/quantity";
import { paths } from "@/lib/paths";

/** What a figure said and what it says, each in the words of its source; null where there is none, or where both are the same. */
export function saidTexts({ before, after }: Pick<FigureChange, "before" | "after">): {
  readonly was: string | null;
  readonly is: string | null;
} {
  const [was, is] = [before, after].map((figure) => (figure === null ? null : wordedQuantity(figure, LOCALE)));
  return was === is ? { was: null, is: null } : { was: was ?? null, is: is ?? null };
}

/** Fields that make up the quantity in words. */
const QUANTITY = ["wording", "value", "valueHigh", "qualifier"];

/** What differs beside the quantity where that is told in words; else everything. */
export function otherChanges(change: FigureChange): FigureChange["changes"] {
  const { was, is } = saidTexts(change);
  return was === null || is === null ? change.changes : change.changes.filter(({ field }) => !QUANTITY.includes(field));
}

/** What a change made of a figure: its quantity before and after, what else differs field by field, and what stands in its place. */
export function SaidThen({ change }: { readonly change: FigureChange }) {
  const { was, is } = saidTexts(change);
  const others = otherChanges(change);
  const isNew = change.before === null && is !== null;
  return (
    <>
      {was === null && is === null ? null : (
        <p>
          {was === null ? null : <del>{was}</del>}
          {was === null || is === null ? null : " to "}
          {is === null ? null : isNew ? is : <ins>{is}</ins>}
        </p>
      )}
      {others.length === 0 ? null : (
        <ul className="plain">
          {others.map(({ field, before, after }) => (
            <li key={field}>
              {fieldName(field)}: <del>{fieldText(field, before)}</del> → <ins>{fieldText(field, after)}</ins>
            </li>
          ))}
        </ul>
      )}
      {change.replacedBy === null ? null : (
        <p>
          <a href={paths.figure(change.replacedBy)}>What stands in its place</a>
        </p>
      )}
    </>
  );
}
