import "server-only";
import { findIdentities, type SeriesPlace } from "@/lib/data/db/bulk-sql";
import { type FoundFigure, findKnownFigures } from "@/lib/data/import/known-figures";
import type { NewRecords } from "@/lib/data/import/references";
import { readDateSpan, spanText } from "@/lib/dates/date-text";
import { daysCovered } from "@/lib/dates/edtf";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import type { Resolved } from "@/lib/importing/evaluate-row";
import { type Identity, identityText } from "@/lib/importing/identity";
import type { Problem } from "@/lib/importing/problem";
import type { RowReading } from "@/lib/importing/read-row";
import { textHash } from "@/lib/text/text-hash";

/** A row with what it refers to and what is wrong with it so far. */
export interface ReadRow {
  readonly reading: RowReading;
  readonly resolved: Resolved;
  readonly problems: readonly Problem[];
}

/** The figure that a row means; "several" where that is not clear, null where there is none. */
export type Match = FoundFigure | "several" | null;

/** What is recorded of what a row says: the figure that it means, or one that says the same from another place in the source. */
interface Found {
  readonly match: Match;
  readonly twin: FoundFigure | null;
}

interface Wanted {
  readonly place: SeriesPlace;
  readonly identity: string;
  /** The same without the place in the source. */
  readonly claim: number;
}

/** Identities kept before they are read anew. */
const MOST_KEPT = 200_000;

/** Finds the figures that rows mean: by their keys, else by what they say. What stands at one place of a series is read once. */
export class Matches {
  readonly #client: PrismaClient;
  readonly #kept = new Map<string, { readonly id: number; readonly hasKey: boolean }[]>();
  /** The first figure that makes a claim, wherever in the source. */
  readonly #claims = new Map<number, number>();
  readonly #places = new Set<string>();

  constructor(client: PrismaClient) {
    this.#client = client;
  }

  async find(rows: readonly ReadRow[], brought: NewRecords): Promise<readonly Found[]> {
    const named = await this.#findNamed(rows);
    const wanted = rows.map((row, at) =>
      named[at] === null && row.reading.figure === null ? wantedOf(row, brought) : null,
    );
    await this.#read(wanted.flatMap((one) => one?.place ?? []));
    const ids = wanted.map((one, at) => {
      const aliases = one === null ? [] : (this.#kept.get(one.identity) ?? []);
      // A row with a key of its own cannot mean a figure that has another.
      return aliases.filter(({ hasKey }) => !hasKey || rows[at]?.reading.importKey === null).map(({ id }) => id);
    });
    const twins = wanted.map((one, at) =>
      one === null || ids[at]?.length !== 0 ? undefined : this.#claims.get(one.claim),
    );
    const all = [...ids.flat(), ...twins.flatMap((id) => id ?? [])];
    const figures = all.length === 0 ? [] : await findKnownFigures(this.#client, { id: { in: all } });
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    return named.map((figure, at) => {
      const [id, another] = new Set(ids[at]);
      if (another !== undefined) return { match: "several", twin: null };
      return { match: figure ?? byId.get(id ?? 0) ?? null, twin: byId.get(twins[at] ?? 0) ?? null };
    });
  }

  async #findNamed(rows: readonly ReadRow[]): Promise<readonly (FoundFigure | null)[]> {
    const keys = rows.flatMap(({ reading }) => reading.importKey ?? []);
    const publicIds = rows.flatMap(({ reading }) => reading.figure ?? []);
    if (keys.length + publicIds.length === 0) return rows.map(() => null);
    const where = { OR: [{ publicId: { in: publicIds } }, { importKey: { in: keys } }] };
    const found = await findKnownFigures(this.#client, where);
    const byPublicId = new Map(found.map((figure) => [figure.publicId, figure]));
    const byKey = new Map(found.map((figure) => [figure.importKey, figure]));
    return rows.map(({ reading: { figure, importKey } }) => {
      if (figure !== null) return byPublicId.get(figure) ?? null;
      return importKey === null ? null : (byKey.get(importKey) ?? null);
    });
  }

  async #read(places: readonly SeriesPlace[]): Promise<void> {
    if (this.#kept.size > MOST_KEPT) {
      this.#kept.clear();
      this.#claims.clear();
      this.#places.clear();
    }
    const missing = new Map(places.map((place) => [JSON.stringify(place), place]));
    for (const text of missing.keys()) {
      if (this.#places.has(text)) missing.delete(text);
      else this.#places.add(text);
    }
    if (missing.size === 0) return;
    for (const { id, hasKey, periodStart, periodEnd, ...row } of await findIdentities(this.#client, [
      ...missing.values(),
    ])) {
      const said = { ...row, period: spanText(periodStart, periodEnd) || null };
      const identity = identityText(said);
      const claim = textHash(identityText({ ...said, locator: null }));
      if (!this.#claims.has(claim)) this.#claims.set(claim, id);
      const aliases = this.#kept.get(identity) ?? [];
      aliases.push({ id, hasKey });
      this.#kept.set(identity, aliases);
    }
  }
}

/** What to look a row up by; null when it refers to something that is new, names no source, or has a time that is none. */
function wantedOf({ reading, resolved, problems }: ReadRow, brought: NewRecords): Wanted | null {
  const { metric, region, source, organisation = null } = resolved;
  if (metric === null || region === null || source === null || problems.length > 0) return null;
  const isNew =
    brought.metrics.has(metric) ||
    brought.regions.has(region) ||
    brought.sources.has(source) ||
    (organisation !== null && brought.organisations.has(organisation));
  if (isNew) return null;
  const period = readDateSpan(String(reading.parts.period ?? ""));
  const asOf = readDateSpan(String(reading.parts.asOf ?? ""));
  if (!period.ok || !asOf.ok) return null;
  const identity: Identity = {
    metric,
    region,
    organisation,
    period: spanText(period.start, period.end) || null,
    asOf: asOf.start,
    outlook: String(reading.parts.outlook ?? "outcome"),
    source,
    locator: typeof reading.citation.locator === "string" ? reading.citation.locator : null,
  };
  const { lastDay } = daysCovered(period.start, period.end, asOf.start);
  const claim = textHash(identityText({ ...identity, locator: null }));
  return { place: { metric, region, lastDay }, identity: identityText(identity), claim };
}
