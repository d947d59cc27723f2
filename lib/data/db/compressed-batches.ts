import "server-only";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Sets of plain data kept small: what an import is about to write, a hundred thousand rows of it in some ten megabytes. */
export class CompressedBatches<Item> {
  readonly #sets: Buffer[] = [];

  add(items: readonly Item[]): void {
    if (items.length > 0) this.#sets.push(deflateRawSync(JSON.stringify(items), { level: 1 }));
  }

  /** The sets in the order in which they were added. */
  *sets(): Generator<readonly Item[], void, undefined> {
    for (const set of this.#sets) yield JSON.parse(inflateRawSync(set).toString("utf8")) as readonly Item[];
  }
}
