import type { Archive } from "@/lib/importing/files/archive";
import type { FileDescription } from "@/lib/importing/files/description";
import { describedTables, packageIn } from "@/lib/importing/files/packed/data-package";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";

/** The table of an archive, still in bytes. */
export interface ArchivedTable {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a data package says of it; null where the archive is none. */
  readonly description: FileDescription | null;
  /** Whether `chosen` was its name. */
  readonly isChosen: boolean;
}

const TABLE = /\.(?:csv|tsv|tab|xlsx|json)$/i;
const OTHER_TABLE = /\.(?:txt|dat|prn)$/i;
/** What other programs leave in archives, and what tells of a package. */
const NO_TABLE = /(?:^|\/)(?:__MACOSX\/.*|\.[^/]*|[^/]*readme[^/]*|datapackage\.json|package\.json)$/i;
const MOST_NAMED = 10;

/** The one table of an archive; of several the one that is `chosen` by its name. Throws UnreadableFile, naming them, where that is not clear. */
export async function archivedTable(archive: Archive, chosen: string | null): Promise<ArchivedTable> {
  const description = await packageIn(archive);
  const described = description === null ? [] : describedTables(description, archive);
  const [only] = described;
  const names = described.length > 0 ? described.map(({ name }) => name) : tablesOf(archive);
  const name = names.includes(chosen ?? "") ? chosen : names.length === 1 ? (names[0] ?? null) : null;
  if (name === null) throw names.length === 0 ? noTable(archive) : several(names);
  return {
    name,
    bytes: await archive.whole(name, LIMITS.packedBytes),
    description: (described.find((one) => one.name === name) ?? only)?.description ?? null,
    isChosen: name === chosen,
  };
}

function tablesOf(archive: Archive): readonly string[] {
  const names = archive.names().filter((name) => !NO_TABLE.test(name));
  const tables = names.filter((name) => TABLE.test(name));
  return tables.length > 0 ? tables : names.filter((name) => OTHER_TABLE.test(name));
}

function several(names: readonly string[]): UnreadableFile {
  const message = `The archive holds ${names.length} tables: ${listed(names)}. Unpack it and choose one of them, or name it as the sheet`;
  return new UnreadableFile(422, fileProblem("several_tables", message));
}

function noTable(archive: Archive): UnreadableFile {
  const names = archive.names();
  const message = `The archive holds no table that is read here (${names.length === 0 ? "it is empty" : listed(names)}): choose a file as CSV or .xlsx`;
  return new UnreadableFile(422, fileProblem("no_table", message));
}

function listed(names: readonly string[]): string {
  const told = names.slice(0, MOST_NAMED).map((name) => `“${name.slice(0, 80)}”`);
  const more = names.length - told.length;
  return told.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
