import { type Family, familyOf, type Scope } from "@/lib/publication/scopes";

/** What changed at one publication version. */
interface VersionChange {
  readonly version: number;
  readonly scopes: readonly Scope[];
}

/** The publication version, and what changed at each of those after the one asked about, as far as that is still known. */
export interface NewChanges {
  readonly version: number;
  readonly changes: readonly VersionChange[];
}

/** What something was read from, and at which publication version. Null: nothing is known of that, so any change may matter. */
export interface Origin {
  readonly version: number;
  readonly scopes: ReadonlySet<Scope> | null;
}

/** Most scopes whose last change is remembered one by one. */
const MOST_REMEMBERED = 20_000;

/** What a process knows of the changes since it began: which of what it keeps is still what readers should see. */
export class KnownChanges {
  #version: number | null = null;
  /** What was read before this version may have changed in any way. */
  #floor = 0;
  /** The last version at which a scope changed, and one at which any member of a family did. */
  readonly #changedAt = new Map<Scope, number>();
  readonly #familyChangedAt = new Map<Family, number>();

  /** The last version known of; null before the first is. */
  get version(): number | null {
    return this.#version;
  }

  /** Takes in what was found to have changed since `version`. */
  learn({ version, changes }: NewChanges): void {
    const known = this.#version;
    if (known !== null && version <= known) return;
    const isWhole = known !== null && changes.filter((change) => change.version > known).length === version - known;
    if (!isWhole || this.#changedAt.size > MOST_REMEMBERED) {
      this.#changedAt.clear();
      this.#familyChangedAt.clear();
      this.#floor = version;
    }
    for (const change of changes) {
      for (const scope of change.scopes) {
        this.#changedAt.set(scope, change.version);
        this.#familyChangedAt.set(familyOf(scope), change.version);
      }
    }
    this.#version = version;
  }

  /** Whether what was read from an origin is still the same. */
  isCurrent({ version, scopes }: Origin): boolean {
    if (this.#version === null || version < this.#floor || version > this.#version) return false;
    if (scopes === null || scopes.has("everything")) return version === this.#version;
    if (this.#at("everything") > version) return false;
    for (const scope of scopes) {
      const family = familyOf(scope);
      const at =
        scope === family ? (this.#familyChangedAt.get(family) ?? 0) : Math.max(this.#at(scope), this.#at(family));
      if (at > version) return false;
    }
    return true;
  }

  #at(scope: Scope): number {
    return this.#changedAt.get(scope) ?? 0;
  }
}
