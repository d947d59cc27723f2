import { z } from "zod";
import type { FieldName } from "@/lib/importing/fields";
import type { Archive } from "@/lib/importing/files/archive";
import { type FileDescription, NO_DESCRIPTION } from "@/lib/importing/files/description";
import { ENCODING_NAMES } from "@/lib/importing/files/encodings";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";
import { headerUnit, parseUnit } from "@/lib/importing/units/stated-unit";

/** A text that may be missing, and is taken for missing where it is no text. */
const text = z.string().trim().min(1).max(1000).optional().catch(undefined);
const texts = z.array(z.string().max(100)).max(100).optional().catch(undefined);

const field = z.looseObject({
  name: z.string().max(1000),
  type: text,
  unit: text,
  description: text,
  decimalChar: text,
  groupChar: text,
});
const resource = z.looseObject({
  name: text,
  path: z
    .union([z.string(), z.tuple([z.string()])])
    .optional()
    .catch(undefined),
  encoding: text,
  dialect: z.looseObject({ delimiter: text }).optional().catch(undefined),
  schema: z
    .looseObject({
      fields: z.array(field).max(1000).optional().catch(undefined),
      missingValues: texts,
      foreignKeys: z
        .array(z.looseObject({ reference: z.looseObject({ resource: text }) }))
        .max(100)
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
/** A description of a package (Data Package 1 and 2, datapackage.org), as far as it tells of tables. */
const dataPackage = z.looseObject({
  title: text,
  name: text,
  description: text,
  homepage: text,
  created: text,
  licenses: z
    .array(z.looseObject({ name: text, title: text, path: text }))
    .max(20)
    .optional()
    .catch(undefined),
  sources: z
    .array(z.looseObject({ title: text, path: text }))
    .max(1000)
    .optional()
    .catch(undefined),
  contributors: z
    .array(z.looseObject({ title: text, role: text }))
    .max(100)
    .optional()
    .catch(undefined),
  resources: z.array(resource).min(1).max(1000),
});
type DataPackage = z.output<typeof dataPackage>;
type Resource = DataPackage["resources"][number];

const MOST_BYTES = 4 * 1024 * 1024;
const DESCRIPTOR = /(?:^|\/)datapackage\.json$/;

interface DescribedPackage {
  readonly said: DataPackage;
  /** Folder of the description in the archive, with its slash; "" for its root. */
  readonly folder: string;
}

/** The description of the package that an archive is; null where it is none. Throws UnreadableFile for one that cannot be read. */
export async function packageIn(archive: Archive): Promise<DescribedPackage | null> {
  const [name] = archive
    .names()
    .filter((one) => DESCRIPTOR.test(one))
    .sort((a, b) => a.length - b.length);
  if (name === undefined) return null;
  const bytes = await archive.whole(name, MOST_BYTES);
  const parsed = dataPackage.safeParse(jsonOf(new TextDecoder().decode(bytes)));
  if (!parsed.success) throw unreadable();
  return { said: parsed.data, folder: name.slice(0, name.lastIndexOf("/") + 1) };
}

/** Tables of a package that are in its archive, each with what is said of it; without those that another refers to for names. */
export function describedTables({ said, folder }: DescribedPackage, archive: Archive) {
  const referred = new Set(
    said.resources.flatMap(({ schema }) => (schema?.foreignKeys ?? []).map(({ reference }) => reference.resource)),
  );
  return said.resources.flatMap((one) => {
    const path = typeof one.path === "string" ? one.path : one.path?.[0];
    const name = `${folder}${(path ?? "").replace(/^\.\//, "")}`;
    const isLookup = said.resources.length > 1 && referred.has(one.name);
    return path === undefined || isLookup || !archive.has(name)
      ? []
      : [{ name, description: descriptionOf(said, one) }];
  });
}

function descriptionOf(said: DataPackage, { schema, dialect, encoding }: Resource): FileDescription {
  const fields = schema?.fields ?? [];
  const units = fields.flatMap(({ name, type, unit, description }) => {
    const told = /^(?:number|integer)$/.test(type ?? "number") ? (unit ?? unitIn(description ?? "")) : null;
    return told === null ? [] : [[name, told] as const];
  });
  const { delimiter } = dialect ?? {};
  const decimal = new Set(fields.flatMap(({ decimalChar }) => decimalChar ?? []));
  return {
    ...NO_DESCRIPTION,
    constants: sourceOf(said),
    units: new Map(units),
    texts: new Set(fields.flatMap(({ name, type }) => (type === "string" ? [name] : []))),
    missing: new Set((schema?.missingValues ?? []).filter((one) => one !== "")),
    delimiter: delimiter === "," || delimiter === ";" || delimiter === "\t" || delimiter === "|" ? delimiter : null,
    encoding: ENCODING_NAMES.find((one) => one === encoding?.toLowerCase()) ?? null,
    numberFormat: decimal.has(",") ? "de" : null,
  };
}

/** A unit that the description of a column tells: "GDP in current USD". */
function unitIn(description: string): string | null {
  const unit = headerUnit(description.replace(/\.$/, ""));
  return unit === null || parseUnit(unit).kind === "noun" ? null : unit;
}

function sourceOf({ title, name, homepage, created, licenses, sources, contributors }: DataPackage) {
  const [source] = sources ?? [];
  const publisher = contributors?.find(({ role }) => role === "publisher")?.title ?? source?.title;
  const [licence] = licenses ?? [];
  const constants: Readonly<Partial<Record<FieldName, string | undefined>>> = {
    source_title: title ?? name,
    source_publisher: publisher,
    source_url: [source?.path, homepage].find((one) => /^https?:\/\//i.test(one ?? "")),
    source_published: /^\d{4}-\d{2}-\d{2}/.exec(created ?? "")?.[0],
    source_licence: licence?.title ?? licence?.name ?? licence?.path,
    source_kind: "statistics",
  };
  return Object.fromEntries(Object.entries(constants).filter(([, said]) => said !== undefined)) as Partial<
    Record<FieldName, string>
  >;
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\ufeff/, ""));
  } catch {
    throw unreadable();
  }
}

function unreadable(): UnreadableFile {
  const message =
    "The description of the data package (datapackage.json) cannot be read: put it right, or choose the table itself";
  return new UnreadableFile(422, fileProblem("data_package", message));
}
