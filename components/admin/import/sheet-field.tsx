import { ChoiceField } from "@/components/admin/fields/choice-field";
import { type SheetChoice, sheetsSentence } from "@/lib/importing/files/sheet-choice";

/** Which sheet of a workbook is read, where it has several. "" is the first that is not hidden. */
export function SheetField({
  sheets,
  chosen,
  onChange,
}: {
  readonly sheets: readonly SheetChoice[];
  readonly chosen: string;
  readonly onChange: (sheet: string) => void;
}) {
  if (sheets.length < 2) return null;
  const names = Object.fromEntries(sheets.map(({ name, isHidden }) => [name, isHidden ? `${name} (hidden)` : name]));
  return (
    <ChoiceField
      path="import.sheet"
      label="Sheet"
      hint={sheetsSentence(sheets)}
      choices={names}
      value={chosen || (sheets.find(({ isRead }) => isRead)?.name ?? null)}
      onChange={(sheet) => onChange(sheet ?? "")}
    />
  );
}
