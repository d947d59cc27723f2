import "server-only";

/** What of a prepared statement Prisma's adapter uses (better-sqlite3). */
interface Statement {
  readonly reader: boolean;
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): unknown[];
  raw(): Statement;
  columns(): unknown;
}

/** A database connection of better-sqlite3, as far as it matters here. */
interface Database {
  prepare(sql: string): Statement;
}

/** Most statements kept for a connection. Those of the site are some hundreds; lists of keys of all lengths make more. */
const MOST_KEPT = 500;

/**
 * Lets a connection of Prisma's adapter keep the statements it has prepared. By itself it prepares each anew, which takes longer
 * than running it. Does nothing where the adapter is not built as expected (its `client` is not part of its interface).
 */
export function keepStatements(connection: object): void {
  const { client } = connection as { client?: Database };
  if (typeof client?.prepare !== "function") return;
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, Statement>();
  client.prepare = (sql) => {
    let statement = kept.get(sql);
    if (statement === undefined) {
      statement = prepare(sql);
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
    } else {
      kept.delete(sql);
    }
    // The one used last stands last, so that the first is the one to let go.
    kept.set(sql, statement);
    return new Bound(statement);
  };
}

/** A kept statement with the values of one use: better-sqlite3 would bind them to it for good. */
class Bound implements Statement {
  readonly #statement: Statement;
  #values: readonly unknown[] = [];

  constructor(statement: Statement) {
    this.#statement = statement;
  }

  get reader() {
    return this.#statement.reader;
  }

  bind(values: readonly unknown[]) {
    this.#values = values;
    return this;
  }

  columns() {
    return this.#statement.columns();
  }

  raw() {
    this.#statement.raw();
    return this;
  }

  run() {
    return this.#statement.run(...this.#values);
  }

  all() {
    return this.#statement.all(...this.#values);
  }
}
