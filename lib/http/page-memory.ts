import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Bytes up to which compressing as hard as can be takes less time than rendering. */
const THOROUGH_UP_TO = 250_000;

/** Content codings that are offered, the smallest first, with their effort: an answer is compressed once and sent often. */
const CODINGS = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: body.length <= THOROUGH_UP_TO ? 10 : 5 },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: body.length <= THOROUGH_UP_TO ? 9 : 6 }),
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

/** An answer with its strong entity tag (a hash of the body) and its compressed forms. */
export async function makeAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<Answer> {
  const pays = body.length > 512 && COMPRESSIBLE.test(headers["content-type"] ?? "");
  const codings = pays ? (Object.keys(CODINGS) as Coding[]) : [];
  return {
    status,
    headers,
    body,
    coded: await Promise.all(codings.map(async (coding) => ({ coding, body: await CODINGS[coding](body) }))),
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
  };
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
 * not asked for the longest goes first. Several requests for one missing answer wait for one rendering.
 */
export class PageMemory {
  readonly #limit: number;
  readonly #entries = new Map<string, Entry>();
  readonly #underway = new Map<string, Promise<Answer>>();
  #bytes = 0;

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
   * Renders an address, keeping the answer if it is good (200, 404). Where rendering fails and an older good answer is still
   * here, that one is given instead: a reader is better served by yesterday's page than by an error.
   */
  render(address: string, version: number | null, work: () => Promise<Answer>): Promise<Answer> {
    const key = `${version} ${address}`;
    const underway = this.#underway.get(key);
    if (underway) return underway;
    const old = this.#entries.get(address)?.answer;
    const rendering = work()
      .then((answer) => {
        if (answer.status === 200 || answer.status === 404) this.keep(address, version, answer);
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
    this.#forget(address);
    this.#entries.set(address, { version, answer });
    this.#bytes += sizeOf(answer);
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
