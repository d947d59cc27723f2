/** A sheet of a workbook as a person chooses it. */
export interface SheetChoice {
  readonly name: string;
  readonly isHidden: boolean;
  /** Whether it is the one that is read. */
  readonly isRead: boolean;
}

/** What is said of a workbook of several sheets: which is read, which are not, and which of those are hidden. "" for a single one. */
export function sheetsSentence(sheets: readonly SheetChoice[]): string {
  const others = sheets.filter(({ isRead }) => !isRead);
  const read = sheets.find(({ isRead }) => isRead);
  if (read === undefined || others.length === 0) return "";
  const names = others.slice(0, MOST_NAMED).map(({ name, isHidden }) => `“${name}”${isHidden ? " (hidden)" : ""}`);
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : "";
  return `Sheet “${read.name}” is read, one of ${sheets.length}; not read: ${names.join(", ")}${more}.`;
}

const MOST_NAMED = 10;
