/** "REF_AREA: Reference area": a dimension of SDMX with its name. */
const HEADER = /^([A-Z][A-Z0-9_]*): (\S.*)$/;
const CELL = /^([^\s:]+): (\S.*)$/;

/** The code in a header that SDMX-CSV writes with its name; the header itself where there is none. */
export function headerCode(header: string): string {
  return HEADER.exec(header)?.[1] ?? header;
}

/** Code and name of a cell ("DEU: Germany") in a column whose header has both; null for any other. */
export function labelledParts(cell: string, header: string): { readonly code: string; readonly label: string } | null {
  if (!HEADER.test(header)) return null;
  const [, code, label] = CELL.exec(cell.trim()) ?? [];
  return code === undefined || label === undefined ? null : { code, label };
}
