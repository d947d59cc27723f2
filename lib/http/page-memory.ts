import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** A whole answer, ready to send. `gzip` is null where compressing does not pay. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly gzip: Buffer | null;
  readonly etag: string;
}

/** Types worth compressing; fonts and pictures are compressed already. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|json|xml|manifest\+json)|image\/svg)/;

/** An answer with its strong entity tag (a hash of the body) and its compressed form. */
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
    gzip: pays ? await compress(body, { level: 9 }) : null,
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
  };
}

function sizeOf(answer: Answer): number {
  return answer.body.length + (answer.gzip?.length ?? 0) + 1024;
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
