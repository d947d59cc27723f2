import { KnownChanges, type NewChanges } from "@/lib/publication/known-changes";

/** How old the known publication version may be, in milliseconds: so long can a change stay unseen. */
const LASTS_MS = 500;

/** Reads the publication version and what changed since one (null: since none). */
export type ReadChanges = (since: number | null) => NewChanges | Promise<NewChanges>;

/** The publication version, read at most twice a second; the last known one while it cannot be read, which is said in the log. */
export class PublishedVersion {
  readonly known = new KnownChanges();
  readonly #read: ReadChanges;
  #readAt = Number.NEGATIVE_INFINITY;
  #underway: Promise<void> | null = null;
  #isFailing = false;

  constructor(read: ReadChanges) {
    this.#read = read;
  }

  /** The version last known; null before any could be read. */
  async current(): Promise<number | null> {
    if (performance.now() - this.#readAt >= LASTS_MS) {
      this.#underway ??= this.#learn().finally(() => {
        this.#underway = null;
      });
      await this.#underway;
    }
    return this.known.version;
  }

  async #learn(): Promise<void> {
    try {
      this.known.learn(await this.#read(this.known.version));
      this.#isFailing = false;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (!this.#isFailing) console.error(`The publication version cannot be read, pages stay as they are: ${why}`);
      this.#isFailing = true;
    }
    this.#readAt = performance.now();
  }
}
