import "server-only";
import { DomainError } from "@/lib/schemas/domain-error";

const AT_ONCE = 2;
const WAITING = 8;

/**
 * Lets at most two pieces of work run at once and eight wait; refuses any more (503). Hashing a password takes a core for
 * some 60 ms on purpose, so without this a flood of sign-ins would take the whole machine from the readers.
 */
export class HashQueue {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** Refuses (503) when no more can wait. */
  assertRoom(): void {
    if (this.#waiting.length >= WAITING) {
      const headers = { "retry-after": "2" };
      throw new DomainError(503, "busy", "Too many people are signing in just now. Try again.", { headers });
    }
  }

  /** Runs the work in its turn. */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#running < AT_ONCE) this.#running += 1;
    else {
      this.assertRoom();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      // The place goes to who waits the longest, without being free in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
