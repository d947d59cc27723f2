import "server-only";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Author, Tx } from "@/lib/data/db/transaction";
import { ReferenceIds } from "@/lib/data/import/figures";
import { finishBatch, insertRecord } from "@/lib/data/import/run-import";
import { storeOf } from "@/lib/data/resources/registry";
import { type NewFigure, writeFigures } from "@/lib/data/resources/write-figures";
import { type Content, type State, snapshot } from "@/lib/data/revisions/record";
import { type ChangeContext, recordRevisions } from "@/lib/data/revisions/revisions";
import { byName } from "@/lib/figures/by-name";
import { CITATION_TEXTS, type CitationContent } from "@/lib/figures/citation-fields";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { decodeOwnText } from "@/lib/importing/files/decode-text";
import { readCsv } from "@/lib/importing/files/read-csv";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";
import { figureOf, metricOf, sourceOf } from "@/lib/importing/table-inputs";
import { type TableRow, tableRow } from "@/lib/importing/table-row";
import { parseNew, type Resource } from "@/lib/schemas/resources";
import { contentOfInput } from "@/lib/schemas/resources/figure";

const AT_A_TIME = 500;
const PATIENCE = { maxWait: 15_000, timeout: 600_000 } as const;

/**
 * Imports a folder that exportTables filled into a database without figures, so that both hold the same: keys, statuses and times
 * of recording are kept; history begins anew. All or nothing; answers how many figures. Throws UnreadableFile, naming the file.
 */
export async function importFolder(client: PrismaClient, folder: string, author: Author): Promise<number> {
  if (!existsSync(path.join(folder, "figures.csv"))) {
    throw unreadable("no_figures", `There is no figures.csv in ${folder}: name a folder that npm run export wrote`);
  }
  const hash = createHash("sha256");
  for (const name of FILES) hash.update(readFileSync(path.join(folder, `${name}.csv`)));
  const sha256 = hash.digest("hex");
  return client.$transaction(async (tx) => {
    if ((await tx.figure.count()) + (await tx.region.count()) > 0) {
      throw unreadable(
        "not_empty",
        "A whole folder goes only into an empty database: import figures.csv alone, or name another DATABASE_URL",
      );
    }
    const label = path.basename(path.resolve(folder));
    const batch = await tx.importBatch.create({
      data: { label, sha256, rows: 0, who: author.name },
      select: { id: true },
    });
    const context: ChangeContext = { author, changeReason: { cause: null, reason: null }, batchId: batch.id };
    const figures = await new FolderImport(tx, folder, context).run();
    await tx.importBatch.update({ where: { id: batch.id }, data: { rows: figures } });
    await finishBatch(tx, batch.id, sha256, { figures }, context);
    return figures;
  }, PATIENCE);
}

const FILES = [
  "regions",
  "topics",
  "organisations",
  "metrics",
  "sources",
  "figures",
  "citations",
  "milestones",
  "charts",
  "chart-figures",
] as const;
type FileName = (typeof FILES)[number];

class FolderImport {
  readonly #tx: Tx;
  readonly #folder: string;
  readonly #context: ChangeContext;
  constructor(tx: Tx, folder: string, context: ChangeContext) {
    this.#tx = tx;
    this.#folder = folder;
    this.#context = context;
  }

  async run(): Promise<number> {
    const regions = [...this.#rows("regions")];
    const codes = new Map(regions.map((row) => [row.need("region_code"), row]));
    for (const row of regions) await this.#region(row, codes);
    for (const row of this.#rows("topics")) {
      await this.#record("topics", row, row.need("topic_id"), {
        name: row.text("name"),
        position: row.number("position"),
      });
    }
    for (const row of this.#rows("organisations")) {
      await this.#record("organisations", row, row.need("organisation_id"), { name: row.text("name") });
    }
    for (const row of this.#rows("metrics")) await this.#record("metrics", row, row.need("metric_id"), metricOf(row));
    for (const row of this.#rows("sources")) await this.#record("sources", row, row.need("source_id"), sourceOf(row));
    const citations = this.#citations();
    const figures = await this.#figures(citations);
    for (const row of this.#rows("milestones")) {
      const key = row.need("milestone_id");
      const cited = citations.get(`milestone ${key}`) ?? [];
      const said = {
        date: row.text("date"),
        title: row.text("title"),
        region: row.text("region_code"),
        citations: cited,
      };
      await this.#record("milestones", row, key, said);
    }
    await this.#charts();
    await this.#retract();
    return figures;
  }

  readonly #retracted: { readonly resource: Resource; readonly key: string }[] = [];
  readonly #done = new Set<string>();

  /** A region after the one it lies in. */
  async #region(row: TableRow, codes: ReadonlyMap<string, TableRow>): Promise<void> {
    const code = row.need("region_code");
    if (this.#done.has(code)) return;
    this.#done.add(code);
    const parent = row.text("parent_code");
    const above = parent === null ? undefined : codes.get(parent);
    if (above !== undefined) await this.#region(above, codes);
    const said = { code, name: row.text("name"), nameLocal: row.text("name_local"), level: row.text("level"), parent };
    await this.#record("regions", row, code, said);
  }

  /** Checks and writes one record; one that is retracted is so in the end, when nothing refers to it any more. */
  async #record<N extends Resource>(
    resource: N,
    row: TableRow,
    key: string,
    said: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const status = row.has("status") ? { status: row.text("status") === "published" ? "published" : "draft" } : {};
    const parsed = parseNew(resource, { ...said, ...status });
    if (!parsed.ok) throw row.problem(parsed.issues);
    const { slug: _, status: __, ...content } = parsed.data as Record<string, unknown>;
    const state: State = "status" in status && status.status === "draft" ? "draft" : "published";
    const context = { ...this.#context, listed: row.text("listed") !== "false" };
    await insertRecord(this.#tx, resource, key, content as Content<N>, context, state);
    if (row.text("retracted") === "true" || row.text("status") === "retracted") this.#retracted.push({ resource, key });
  }

  #citations(): ReadonlyMap<string, readonly CitationContent[]> {
    const byOwner = new Map<string, CitationContent[]>();
    for (const row of this.#rows("citations")) {
      const figure = row.text("figure");
      const owner = figure === null ? `milestone ${row.need("milestone")}` : `figure ${figure}`;
      const list = byOwner.get(owner) ?? [];
      list.push({
        source: row.need("source"),
        ...byName(CITATION_TEXTS, (name) => row.text(name)),
        role: row.text("role") === "repeat" ? "repeat" : "origin",
      });
      byOwner.set(owner, list);
    }
    return byOwner;
  }

  async #figures(citations: ReadonlyMap<string, readonly CitationContent[]>): Promise<number> {
    const ids = await ReferenceIds.read(this.#tx);
    let count = 0;
    let waiting: NewFigure[] = [];
    for (const row of this.#rows("figures")) {
      const publicId = row.need("figure");
      const status = row.text("status") === "published" ? "published" : "draft";
      const parsed = parseNew("figures", {
        ...figureOf(row),
        citations: citations.get(`figure ${publicId}`) ?? [],
        status,
      });
      if (!parsed.ok) throw row.problem(parsed.issues);
      const kept = {
        publicId,
        importKey: row.text("import_key"),
        recordedAt: row.need("recorded_at"),
        status,
      } as const;
      waiting.push({ ...kept, content: contentOfInput(parsed.data) });
      if (row.text("status") === "retracted") this.#retracted.push({ resource: "figures", key: publicId });
      count += 1;
      if (waiting.length < AT_A_TIME) continue;
      await writeFigures(this.#tx, waiting, ids, this.#context);
      waiting = [];
    }
    if (waiting.length > 0) await writeFigures(this.#tx, waiting, ids, this.#context);
    return count;
  }

  async #charts(): Promise<void> {
    const named = new Map<string, { readonly figure: string; readonly label: string | null }[]>();
    for (const row of this.#rows("chart-figures")) {
      const list = named.get(row.need("chart_id")) ?? [];
      list.push({ figure: row.need("figure"), label: row.text("label") });
      named.set(row.need("chart_id"), list);
    }
    for (const row of this.#rows("charts")) {
      const key = row.need("chart_id");
      const said = {
        title: row.text("title"),
        subtitle: row.text("subtitle"),
        topic: row.text("topic"),
        kind: row.text("kind"),
        scale: row.text("scale"),
        rows: row.text("rows"),
        position: row.number("position"),
        metrics: row.list("metrics"),
        regions: row.list("regions"),
        figures: named.get(key) ?? [],
      };
      await this.#record("charts", row, key, said);
    }
  }

  async #retract(): Promise<void> {
    for (const { resource, key } of this.#retracted) await retractImported(this.#tx, resource, key, this.#context);
  }

  *#rows(name: FileName): Generator<TableRow, void, undefined> {
    const file = path.join(this.#folder, `${name}.csv`);
    let headers: readonly string[] | null = null;
    for (const { row, cells } of readCsv(decodeOwnText(readFileSync(file)), { most: Number.POSITIVE_INFINITY })) {
      const texts = cells.map(String);
      if (headers === null) headers = texts;
      else yield tableRow(`${name}.csv`, row, headers, texts);
    }
  }
}

/** Marks a record that the folder has as retracted, with a revision of its own. */
async function retractImported<N extends Resource>(
  tx: Tx,
  resource: N,
  key: string,
  context: ChangeContext,
): Promise<void> {
  const store = storeOf(resource);
  const stored = await store.find(tx, key);
  if (stored === null || !(await store.mark(tx, stored, "retracted"))) throw new Error(`“${key}” was not written`);
  const before = snapshot(resource, stored.content, stored.state);
  const after = snapshot(resource, stored.content, "retracted");
  await recordRevisions(tx, [{ resource, key, kind: "imported", before, after }], context);
}

function unreadable(code: string, message: string): UnreadableFile {
  return new UnreadableFile(422, fileProblem(code, message));
}
