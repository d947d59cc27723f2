import "server-only";
import { addressKey } from "@/lib/figures/address-key";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { problemsOf, type Resolved } from "@/lib/importing/evaluate-row";
import type { Column } from "@/lib/importing/match-columns";
import { isGroupOfPlaces } from "@/lib/importing/places/groups";
import { isoPlace } from "@/lib/importing/places/iso-places";
import type { NewRecord } from "@/lib/importing/plan";
import type { Problem } from "@/lib/importing/problem";
import type { RowReading } from "@/lib/importing/read-row";
import type { Measured } from "@/lib/importing/units/row-unit";
import { parseNew, type ResourceInput } from "@/lib/schemas/resources";
import { slugOf } from "@/lib/schemas/text";

type Part = "metric" | "region" | "organisation" | "source";
const RESOURCE_OF = { metric: "metrics", region: "regions", organisation: "organisations", source: "sources" } as const;

/** Records that come with a file, by key, in the order in which the file names them. */
export interface NewRecords {
  readonly metrics: Map<string, ResourceInput<"metrics">>;
  readonly regions: Map<string, ResourceInput<"regions">>;
  readonly organisations: Map<string, ResourceInput<"organisations">>;
  readonly sources: Map<string, ResourceInput<"sources">>;
}

interface Book {
  /** Keys of records in use. */
  readonly keys: Map<string, { readonly retracted: boolean }>;
  /** Names, folded, and addresses, with the keys that bear them. */
  readonly names: Map<string, Set<string>>;
}

/** What the database has, as far as rows may refer to it. */
interface Known {
  readonly books: Readonly<Record<Part, Book>>;
  readonly topics: ReadonlyMap<string, string>;
  readonly measured: ReadonlyMap<string, Measured>;
  readonly languages: ReadonlyMap<string, string>;
}

/** What rows may refer to: the records of the database, and those that the file itself brings. */
export class FileReferences {
  readonly new: NewRecords = { metrics: new Map(), regions: new Map(), organisations: new Map(), sources: new Map() };
  readonly #listed: NewRecord[] = [];
  /** Keys that rows refer to which are not refused, as "regions CN". */
  readonly #used = new Set<string>();
  readonly #books: Readonly<Record<Part, Book>>;
  /** Keys of topics by their keys and names. */
  readonly #topics: ReadonlyMap<string, string>;
  readonly #measured: ReadonlyMap<string, Measured>;
  readonly #languages: ReadonlyMap<string, string>;
  readonly #columns: readonly Column[];

  private constructor(known: Known, columns: readonly Column[]) {
    this.#books = known.books;
    this.#topics = known.topics;
    this.#measured = known.measured;
    this.#languages = known.languages;
    this.#columns = columns;
  }

  /** Reads what the database has. */
  static async read(client: PrismaClient, columns: readonly Column[]): Promise<FileReferences> {
    const [metrics, regions, organisations, sources, topics] = await Promise.all([
      client.metric.findMany({
        select: { slug: true, name: true, retracted: true, unit: true, counted: true, kind: true },
      }),
      client.region.findMany({ select: { code: true, name: true, nameLocal: true, retracted: true } }),
      client.organisation.findMany({ select: { slug: true, name: true, retracted: true } }),
      client.source.findMany({ select: { slug: true, title: true, url: true, language: true, retracted: true } }),
      client.topic.findMany({ where: { retracted: false }, select: { slug: true, name: true } }),
    ]);
    const known = {
      books: {
        metric: bookOf(metrics.map(({ slug, name, retracted }) => [slug, [name], retracted])),
        region: bookOf(regions.map(({ code, name, nameLocal, retracted }) => [code, [name, nameLocal], retracted])),
        organisation: bookOf(organisations.map(({ slug, name, retracted }) => [slug, [name], retracted])),
        source: bookOf(sources.map(({ slug, title, url, retracted }) => [slug, [title, url], retracted])),
      },
      topics: new Map(topics.flatMap(({ slug, name }) => [[slug, slug] as const, [folded(name), slug] as const])),
      languages: new Map(sources.map(({ slug, language }) => [slug, language])),
      measured: new Map<string, Measured>(metrics.map((metric) => [metric.slug, metric])),
    };
    return new FileReferences(known, columns);
  }

  /** The keys that a row refers to; a record that it brings is entered. What cannot be resolved is added to `problems`. */
  resolve(reading: RowReading, problems: Problem[]): Resolved {
    return {
      metric: this.#find("metric", reading, problems),
      region: this.#find("region", reading, problems),
      organisation: reading.organisation === undefined ? undefined : this.#find("organisation", reading, problems),
      source: this.#find("source", reading, problems),
    };
  }

  /** Says that a row which is not refused refers to these. */
  use(resolved: Resolved): void {
    for (const part of ["metric", "region", "organisation", "source"] as const) {
      const key = resolved[part];
      if (key != null && this.new[RESOURCE_OF[part]].has(key)) this.#used.add(`${RESOURCE_OF[part]} ${key}`);
    }
  }

  /** What comes with the file; with `used`, only what rows need that are not refused, and the regions that it lies in. */
  brought(used: boolean): NewRecords {
    if (!used) return this.new;
    for (const [key, { parent }] of [...this.new.regions].reverse())
      if (parent != null && this.#used.has(`regions ${key}`)) this.#used.add(`regions ${parent}`);
    const kept = <Input>(resource: keyof NewRecords, records: ReadonlyMap<string, Input>) =>
      new Map([...records].filter(([key]) => this.#used.has(`${resource} ${key}`)));
    const { metrics, regions, organisations, sources } = this.new;
    return {
      metrics: kept("metrics", metrics),
      regions: kept("regions", regions),
      organisations: kept("organisations", organisations),
      sources: kept("sources", sources),
    };
  }

  /** The same as a list for people. */
  listed(used: boolean): readonly NewRecord[] {
    const brought = this.brought(used);
    return this.#listed.filter(({ resource, key }) => brought[resource].has(key));
  }

  /** What a metric measures in: one of the database, or one that the file brings. Null where there is none of that key. */
  measureOf(metric: string | null): Measured | null {
    if (metric === null) return null;
    return this.new.metrics.get(metric) ?? this.#measured.get(metric) ?? null;
  }

  /** ISO 639-1 code of the language of a source; null where there is none of that key. */
  languageOf(source: string): string | null {
    return this.new.sources.get(source)?.language ?? this.#languages.get(source) ?? null;
  }

  #find(part: Part, reading: RowReading, problems: Problem[]): string | null {
    const { keys, names } = this.#books[part];
    const written = reading[part] ?? null;
    const said = reading.news[part];
    const refuse = (code: string, message: string) => {
      const column = this.#columns.find(({ field }) => field === part)?.header ?? part;
      problems.push({ row: reading.row, column, code, message });
      return null;
    };
    // A row may name a new source by its address or title alone.
    const wanted =
      written ?? (said.url as string | undefined) ?? ((said.title ?? said.name) as string | undefined) ?? null;
    if (wanted === null) return null;
    const found = keys.has(wanted) ? [wanted] : [...(names.get(folded(wanted)) ?? [])];
    const [key, another] = found;
    if (another !== undefined) {
      return refuse(
        `ambiguous_${part}`,
        `Several are called “${short(wanted)}”: write its key (${found.slice(0, 3).join(", ")})`,
      );
    }
    if (key === undefined) return this.#enter(part, wanted, written, reading, problems, refuse);
    if (!keys.get(key)?.retracted) return key;
    // What was retracted, as an undone import's records are, comes back with a file that describes it.
    if (Object.keys(said).length > 0) return this.#enter(part, wanted, key, reading, problems, refuse);
    return refuse(`retracted_${part}`, `“${short(wanted)}” was retracted: restore it first`);
  }

  #enter(
    part: Part,
    wanted: string,
    written: string | null,
    reading: RowReading,
    problems: Problem[],
    refuse: (code: string, message: string) => null,
  ): string | null {
    const resource = RESOURCE_OF[part];
    const said = { ...reading.news[part] };
    if (part === "organisation") said.name ??= wanted;
    if (Object.keys(said).length === 0) {
      if (part === "region" && isGroupOfPlaces(wanted)) {
        const message = `“${short(wanted)}” is a group of places, which is no region here: leave groups out, or say which region it stands for`;
        return refuse("unknown_region", message);
      }
      const names = part === "source" ? "source_title, source_url …" : `${part}_name …`;
      return refuse(
        `unknown_${part}`,
        `“${short(wanted)}” is not known here: write a ${part} that is, or describe it in columns (${names})`,
      );
    }
    if (part === "metric" && typeof said.topic === "string") {
      const topic = this.#topics.get(said.topic) ?? this.#topics.get(folded(said.topic));
      if (topic === undefined)
        return refuse("unknown_topic", `“${short(said.topic)}” is no topic here: choose one that is, or add it first`);
      said.topic = topic;
    }
    if (part === "region") {
      said.code = written ?? undefined;
      if (typeof said.parent === "string") {
        const parent = this.#books.region.keys.has(said.parent)
          ? said.parent
          : ([...(this.#books.region.names.get(folded(said.parent)) ?? [])][0] ??
            this.#enterCountry(said.parent, reading.row));
        if (parent === undefined)
          return refuse(
            "unknown_region",
            `“${short(said.parent)}”, in which it is said to lie, is not known here: add it first`,
          );
        said.parent = parent;
      }
    } else {
      const isKey = written !== null && written === slugOf(written);
      const name = String(said.title ?? said.name ?? wanted);
      const slug = slugOf(name) || part;
      const isBack = this.#books[part].keys.get(slug)?.retracted;
      said.slug = isKey ? written : isBack ? slug : this.#freeSlug(part, slug);
    }
    const parsed = parseNew(resource, said);
    if (!parsed.ok) {
      problems.push(...problemsOf(parsed.issues, reading.row, this.#columns, part));
      return null;
    }
    return this.#add(part, parsed.data, reading.row);
  }

  /** Enters the country that a code of ISO 3166-1 names, in which a new region lies; undefined for any other text. */
  #enterCountry(code: string, row: number): string | undefined {
    const country = isoPlace(code);
    if (country === null || country.level !== "country" || country.code !== code) return undefined;
    const parsed = parseNew("regions", { code, name: country.name, level: "country" });
    return parsed.ok ? this.#add("region", parsed.data, row) : undefined;
  }

  #add(part: Part, input: ResourceInput<(typeof RESOURCE_OF)[Part]>, row: number): string {
    const key = "code" in input ? input.code : (input.slug ?? "");
    const name = "title" in input ? input.title : input.name;
    (this.new[RESOURCE_OF[part]] as Map<string, unknown>).set(key, input);
    enter(this.#books[part], key, [name, "url" in input ? input.url : null], false);
    this.#listed.push({ resource: RESOURCE_OF[part], key, name, row });
    return key;
  }

  #freeSlug(part: Part, slug: string): string {
    const { keys } = this.#books[part];
    let free = slug;
    for (let number = 2; keys.has(free); number += 1) free = `${slug}-${number}`;
    return free;
  }
}

type BookRow = readonly [key: string, names: readonly (string | null)[], retracted: boolean];

function bookOf(rows: readonly BookRow[]): Book {
  const book: Book = { keys: new Map(), names: new Map() };
  for (const row of rows) enter(book, ...row);
  return book;
}

function enter(book: Book, key: string, names: readonly (string | null)[], retracted: boolean): void {
  book.keys.set(key, { retracted });
  for (const name of names) {
    if (name === null || retracted) continue;
    const bearers = book.names.get(folded(name)) ?? new Set();
    book.names.set(folded(name), bearers.add(key));
  }
}

/** A name in one writing, an address in one spelling. */
function folded(name: string): string {
  return /^\s*https?:\/\//i.test(name) ? addressKey(name) : name.normalize("NFKC").trim().toLowerCase();
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
