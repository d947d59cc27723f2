import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

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
}

/** Types worth compressing; fonts and pictures are compressed already. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|json|xml|manifest\+json)|image\/svg)/;

/** An answer with its entity tag (a hash of the body) and its compressed forms, made quickly. */
export async function makeAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<Answer> {
  const pays = body.length > 512 && COMPRESSIBLE.test(headers["content-type"] ?? "");
  return {
    status,
    headers,
    body,
    coded: pays ? await compress(body, "quick") : [],
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
  };
}

/** All compressed forms of a body. */
function compress(body: Buffer, effort: Effort): Promise<Answer["coded"]> {
  const codings = Object.keys(CODINGS) as Coding[];
  return Promise.all(codings.map(async (coding) => ({ coding, body: await CODINGS[coding](body, effort) })));
}

function sizeOf(answer: Answer): number {
  return answer.coded.reduce((sum, { body }) => sum + body.length, answer.body.length + 1024);
}

interface Entry {
  readonly version: number | null;
  readonly answer: Answer;
}

/**
 * Answers by address, each until the publication version changes (null: for ever). Holds at most `limit` bytes: what was
 * not asked for the longest goes first. Several requests for one missing answer wait for one rendering. What is kept is
 * compressed again, thoroughly, one answer after the other while nobody waits for it.
 */
export class PageMemory {
  readonly #limit: number;
  readonly #entries = new Map<string, Entry>();
  readonly #underway = new Map<string, Promise<Answer>>();
  #bytes = 0;
  #pressing: Promise<void> = Promise.resolve();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer kept for an address at a version (null: for ever); null when there is none. */
  find(address: string, version: number | null): Answer | null {
    const entry = this.#entries.get(address);
    if (entry?.version !== version) return null;
    this.#entries.delete(address);
    this.#entries.set(address, entry);
    return entry.answer;
  }

  /**
   * Renders an address, keeping the answer if it is good (200, 404, 410). Where rendering fails and an older good answer is still
   * here, that one is given instead: a reader is better served by yesterday's page than by an error.
   */
  render(address: string, version: number | null, work: () => Promise<Answer>): Promise<Answer> {
    const key = `${version} ${address}`;
    const underway = this.#underway.get(key);
    if (underway) return underway;
    const old = this.#entries.get(address)?.answer;
    const rendering = work()
      .then((answer) => {
        if ([200, 404, 410].includes(answer.status)) this.keep(address, version, answer);
        return answer.status >= 500 && old ? old : answer;
      })
      .catch((error: unknown) => {
        if (old) return old;
        throw error;
      })
      .finally(() => this.#underway.delete(key));
    this.#underway.set(key, rendering);
    return rendering;
  }

  /** Keeps an answer for an address at a version (null: for ever). */
  keep(address: string, version: number | null, answer: Answer): void {
    this.#put(address, { version, answer });
    if (answer.coded.length === 0) return;
    this.#pressing = this.#pressing.then(async () => {
      if (this.#entries.get(address)?.answer !== answer) return;
      const coded = await compress(answer.body, "thorough");
      if (this.#entries.get(address)?.answer === answer) this.#put(address, { version, answer: { ...answer, coded } });
    });
  }

  /** Waits until everything kept is compressed thoroughly. */
  pressed(): Promise<void> {
    return this.#pressing;
  }

  #put(address: string, entry: Entry): void {
    this.#forget(address);
    this.#entries.set(address, entry);
    this.#bytes += sizeOf(entry.answer);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#forget(oldest);
    }
  }

  #forget(address: string): void {
    const entry = this.#entries.get(address);
    if (!entry) return;
    this.#bytes -= sizeOf(entry.answer);
    this.#entries.delete(address);
  }
}
