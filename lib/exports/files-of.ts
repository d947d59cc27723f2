import { type FileFormat, paths } from "@/lib/paths";

const NOTES: Readonly<Record<FileFormat, readonly [name: string, note: string]>> = {
  csv: ["CSV", "One figure in each row, for any program (UTF-8)."],
  xlsx: ["Excel", "Numbers as numbers; sheets for the figures, their sources, and how to read them."],
  json: ["JSON", "The same rows for programs; numbers with the digits that were written."],
  parquet: ["Parquet", "Typed columns, for large amounts: DuckDB, pandas, Arrow."],
  zip: [
    "Data Package",
    "CSV of figures and of sources, what the columns mean, and a text to read first (Frictionless Data).",
  ],
};

/** The files of a page (its local address), those for most people first: all figures that the page is about. */
export function filesOf({ address }: { readonly address: string }) {
  const files = Object.entries(NOTES).map(([format, [name, note]]) => ({
    ...{ name, note },
    href: paths.pageFile(address, format as FileFormat),
  }));
  const [csv, ...others] = files;
  const href = paths.pageFile(address, "csv", { excel: true });
  return [
    csv,
    { name: "CSV for Excel", note: "The same with the mark by which older Excel knows UTF-8.", href },
    ...others,
  ].filter((file) => file !== undefined);
}
