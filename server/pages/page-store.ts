import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzipSync, gzip } from "node:zlib";
import type { KnownChanges } from "@/lib/publication/known-changes";
import type { Scope } from "@/lib/publication/scopes";
import { AS_OF } from "@/lib/schemas/page-view";

/** How hard to compress: quickly for the first who asks, as hard as can be for all who come after. */
type Effort = "quick" | "thorough";

/** Content codings that are offered, the smallest first. */
const CODINGS = {
  br: (body: Buffer, effort: Effort) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: effort === "quick" ? 5 : 10 } }),
  gzip: (body: Buffer, effort: Effort) => promisify(gzip)(body, { level: effort === "quick" ? 6 : 9 }),
} as const;

type Coding = keyof typeof CODINGS;

/** A whole answer, ready to send. `coded` holds its compressed forms; it is empty where compressing does not pay. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly coded: readonly { readonly coding: Coding; readonly body: Buffer }[];
  readonly etag: string;
  /** From what it was read; null where that is not known. */
  readonly scopes: ReadonlySet<Scope> | null;
}

/** Types worth compressing; fonts and pictures are compressed already. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|(?:feed\+)?json|(?:atom\+)?xml|manifest\+json)|image\/svg)/;

/** An answer with its entity tag (a hash of the body) and its compressed forms, made quickly. */
export async function makeAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  scopes: ReadonlySet<Scope> | null = null,
): Promise<Answer> {
  const pays = body.length > 512 && COMPRESSIBLE.test(headers["content-type"] ?? "");
  return {
    status,
    headers,
    body,
    coded: pays ? await compress(body, "quick") : [],
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
    scopes,
  };
}

/** All compressed forms of a body. */
function compress(body: Buffer, effort: Effort): Promise<Answer["coded"]> {
  const codings = Object.keys(CODINGS) as Coding[];
  return Promise.all(codings.map(async (coding) => ({ coding, body: await CODINGS[coding](body, effort) })));
}

/** What an entry holds beside texts and bodies: objects, and the pages of memory that bodies round up to. */
const OVERHEAD_BYTES = 4096;
/** A name of a scope, with its place in a set. */
const SCOPE_BYTES = 100;

/** About what an answer takes in memory, with its address. */
function sizeOf(address: string, { headers, body, coded, scopes }: Answer): number {
  const texts = [address, ...Object.entries(headers).flat()].reduce((sum, text) => sum + 2 * text.length, 0);
  const bodies = coded.length === 0 ? body.length : coded.reduce((sum, form) => sum + form.body.length, 0);
  return OVERHEAD_BYTES + texts + bodies + SCOPE_BYTES * (scopes?.size ?? 0);
}

/** An answer without its plain body where compressed forms hold the same in a tenth of the room: hardly anybody asks for it plain. */
function packed(answer: Answer, coded: Answer["coded"]): Answer {
  const { status, headers, etag, scopes } = answer;
  const zipped = coded.find(({ coding }) => coding === "gzip")?.body;
  if (zipped === undefined) return answer;
  return {
    ...{ status, headers, etag, scopes, coded },
    get body() {
      return gunzipSync(zipped);
    },
  };
}

/** Whether an address asks for a page as it was known on a day. */
const isDated = (address: string) => address.includes(`${AS_OF}=`);

interface Entry {
  readonly version: number;
  /** UTC day of rendering, "2024-05-01": a page says what is old on the day it is read. */
  readonly day: string;
  readonly answer: Answer;
  readonly bytes: number;
  /** Whether it is compressed thoroughly. */
  readonly isPressed: boolean;
  /** The last version at which it was found to be current. */
  goodAt: number;
}

/** No version. */
const NEVER = -1;

/** How much is kept. */
interface MemoryLimits {
  readonly bytes: number;
  readonly entries: number;
  /** Answers to addresses that nothing stands at: anybody can make those up. */
  readonly unknown: number;
  /** Those of pages as they were known on a day: there are as many as there are days. */
  readonly dated: number;
}

/** Statuses that are kept: errors and redirections are asked for anew. */
const KEPT: readonly number[] = [200, 404, 410];

/** The part that answers may fill that were asked for again. The rest is for those asked for once: they push out only each other. */
const SHARE_OF_PROVEN = 0.75;

/**
 * Answers by address, each until something changes from which it was read, and for the day. Holds so much and no more: first goes
 * what was asked for once, the longest ago, so that addresses nobody asks for again do not push out what readers come back to.
 * What is asked for again is compressed again, thoroughly, one answer after the other while nobody waits for it.
 */
export class PageStore {
  readonly #limits: MemoryLimits;
  readonly #known: KnownChanges;
  readonly #now: () => Date;
  /** What was asked for once, and what again: each the longest ago first. */
  readonly #fresh = new Map<string, Entry>();
  readonly #proven = new Map<string, Entry>();
  readonly #unknown = new Set<string>();
  readonly #dated = new Set<string>();
  readonly #toPress = new Set<string>();
  #bytes = 0;
  #provenBytes = 0;
  #pressing: Promise<void> | null = null;

  constructor(limits: MemoryLimits, known: KnownChanges, now: () => Date = () => new Date()) {
    this.#limits = limits;
    this.#known = known;
    this.#now = now;
  }

  /** Bytes and answers held. */
  get size(): { readonly bytes: number; readonly entries: number } {
    return { bytes: this.#bytes, entries: this.#fresh.size + this.#proven.size };
  }

  /** The answer kept for an address, where it is still what would be rendered now; else null. */
  find(address: string): Answer | null {
    const entry = this.#entry(address);
    if (!entry || entry.day !== this.#today() || !this.#isCurrent(entry)) return null;
    this.#forget(address);
    if (entry.answer.status !== 200 || isDated(address)) this.#put(address, entry);
    else {
      this.#prove(address, entry);
      if (!entry.isPressed && entry.answer.coded.length > 0) this.#toPress.add(address);
      if (this.#toPress.size > 0) this.#pressing ??= this.#press().finally(() => (this.#pressing = null));
    }
    return entry.answer;
  }

  /**
   * The answer kept for an address of another day, where nothing is known to have changed from which it was read: for when the
   * database cannot be read. Else null.
   */
  findOld(address: string): Answer | null {
    const entry = this.#entry(address);
    return entry && this.#isCurrent(entry) ? entry.answer : null;
  }

  /**
   * Keeps an answer that was rendered at a publication version, if it is good (200, 404, 410); not where a later one is kept, or the
   * version is not known (null: none could be read).
   */
  keep(address: string, version: number | null, answer: Answer): void {
    const old = this.#entry(address);
    if (version === null || !KEPT.includes(answer.status) || (old && old.version > version)) return;
    this.#forget(address);
    const kept = packed(answer, answer.coded);
    this.#put(address, {
      version,
      day: this.#today(),
      answer: kept,
      bytes: sizeOf(address, kept),
      isPressed: false,
      goodAt: NEVER,
    });
  }

  /** Waits until everything that was asked for again is compressed thoroughly. */
  async pressed(): Promise<void> {
    await this.#pressing;
  }

  #today(): string {
    return this.#now().toISOString().slice(0, 10);
  }

  #entry(address: string): Entry | undefined {
    return this.#fresh.get(address) ?? this.#proven.get(address);
  }

  /** Whether nothing has changed from which an answer was read; looked up once for each version. */
  #isCurrent(entry: Entry): boolean {
    const { version } = this.#known;
    if (version === entry.goodAt) return true;
    const isCurrent = this.#known.isCurrent({ version: entry.version, scopes: entry.answer.scopes });
    if (isCurrent && version !== null) entry.goodAt = version;
    return isCurrent;
  }

  async #press(): Promise<void> {
    for (const address of this.#toPress) {
      this.#toPress.delete(address);
      const entry = this.#entry(address);
      if (!entry) continue;
      const thorough = await compress(entry.answer.body, "thorough");
      // A form of the same length takes no other's place: tags tell forms by it (send.ts).
      const coded = entry.answer.coded.map((quick, at) => {
        const form = thorough[at];
        return form && form.body.length < quick.body.length ? form : quick;
      });
      if (this.#entry(address) !== entry) continue;
      const answer = packed(entry.answer, coded);
      this.#forget(address);
      this.#prove(address, { ...entry, answer, bytes: sizeOf(address, answer), isPressed: true });
    }
  }

  /** Among what was asked for once. */
  #put(address: string, entry: Entry): void {
    this.#fresh.set(address, entry);
    this.#bytes += entry.bytes;
    if (entry.answer.status === 404) this.#unknown.add(address);
    else if (isDated(address)) this.#dated.add(address);
    this.#makeRoom();
  }

  /** Among what was asked for again; what was not for the longest is then as if asked for once. */
  #prove(address: string, entry: Entry): void {
    this.#proven.set(address, entry);
    this.#bytes += entry.bytes;
    this.#provenBytes += entry.bytes;
    for (const [oldest, old] of this.#proven) {
      if (this.#provenBytes <= this.#limits.bytes * SHARE_OF_PROVEN) break;
      this.#forget(oldest);
      this.#put(oldest, old);
    }
    this.#makeRoom();
  }

  #makeRoom(): void {
    for (const [some, most] of [
      [this.#unknown, this.#limits.unknown],
      [this.#dated, this.#limits.dated],
    ] as const) {
      for (const address of some) {
        if (some.size <= most) break;
        this.#forget(address);
      }
    }
    for (const part of [this.#fresh, this.#proven]) {
      for (const address of part.keys()) {
        if (this.#bytes <= this.#limits.bytes && this.size.entries <= this.#limits.entries) return;
        this.#forget(address);
      }
    }
  }

  #forget(address: string): void {
    const entry = this.#entry(address);
    if (!entry) return;
    this.#bytes -= entry.bytes;
    if (this.#proven.delete(address)) this.#provenBytes -= entry.bytes;
    this.#fresh.delete(address);
    this.#unknown.delete(address);
    this.#dated.delete(address);
  }
}
