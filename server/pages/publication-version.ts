import { logEvent } from "@/lib/log";
import { KnownChanges, type NewChanges } from "@/lib/publication/known-changes";
import { databaseErrors } from "@/server/metrics";

/** How old the known publication version may be, in milliseconds: so long can a change stay unseen. */
const LASTS_MS = 500;

/** Reads the publication version and what changed since one (null: since none). */
export type ReadChanges = (since: number | null) => NewChanges | Promise<NewChanges>;

/** Where changes are read from. */
export interface PublishedChanges {
  readonly read: ReadChanges;
  /** Calls back when something may have been published, where the database tells so; reading alone is certain. */
  readonly watch: (noticed: () => void) => void;
}

/**
 * The publication version, read at most twice a second, and anew after something was written here, so that who saves sees it at once, or was
 * heard to be written elsewhere; the last known one while it cannot be read, which is said in the log.
 */
export class PublishedVersion {
  readonly known = new KnownChanges();
  readonly #read: ReadChanges;
  #readAt = Number.NEGATIVE_INFINITY;
  /** How often something was written here, now and when the last read began: it may not have seen what was written later. */
  #writes = 0;
  #writesRead = 0;
  #underway: Promise<void> | null = null;
  #isFailing = false;

  constructor(read: ReadChanges) {
    this.#read = read;
  }

  /** Something was or may have been written: the version known so far is not the one to answer with any more. */
  expire(): void {
    this.#writes += 1;
  }

  /** The version last known; null before any could be read. */
  async current(): Promise<number | null> {
    const writes = this.#writes;
    if (performance.now() - this.#readAt >= LASTS_MS) await this.#readOnce();
    while (this.#writesRead < writes) await this.#readOnce();
    return this.known.version;
  }

  /** Reads the version; whoever asks meanwhile waits for the same read. */
  #readOnce(): Promise<void> {
    this.#underway ??= this.#learn().finally(() => {
      this.#underway = null;
    });
    return this.#underway;
  }

  async #learn(): Promise<void> {
    const writes = this.#writes;
    try {
      this.known.learn(await this.#read(this.known.version));
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        logEvent("error", "The publication version cannot be read, pages stay as they are", { detail: error });
      }
      databaseErrors.inc({ kind: "version not read" });
      this.#isFailing = true;
    }
    this.#readAt = performance.now();
    this.#writesRead = writes;
  }
}
