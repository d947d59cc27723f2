import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrimaryClient } from "@/lib/postgresql-client";
import { readPostgresqlUrl } from "@/lib/postgresql-url";

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Connection["startTransaction"]>>;

/** How long a request waits for a free connection, in milliseconds. */
const PATIENCE_MS = 5000;
/** How long a transaction waits for the one before it, in milliseconds: longer than an import holds the turn, less than Prisma waits (engine.ts). */
const TURN_MS = 10_000;
/** After how long a transaction is given up in which nothing is asked any more, in milliseconds: its server may be cut off. */
const SILENCE_MS = 60_000;
/** Connections of a process. Writes need one at a time; the others read. */
const MOST_CONNECTIONS = 10;

/** How long a transaction waits for its turn, in milliseconds, and what ends one that is silent. */
export const waiting = (turnMs: number) => `SELECT set_config('lock_timeout', '${turnMs}', true),
  set_config('idle_in_transaction_session_timeout', '${SILENCE_MS}', true)`;
/** Waits until no other transaction writes; from then to its end no other does. */
export const TAKE_TURN = `SELECT "version" FROM "Publication" WHERE "id" = 1 FOR UPDATE`;

/**
 * Prisma's adapter for PostgreSQL, with one transaction at a time over all servers, as SQLite has it: each begins by locking the row
 * of the publication version. So nothing that is read in one can be outdated when it writes, and versions rise in the order of the
 * commits. Saves that come together share a transaction (transaction.ts), and reads wait for none.
 */
export class OneWriterPg extends PrismaPg {
  readonly #turn: "first" | "late";

  /** `turn` is when transactions take their turn: before anything else, or when they ask for it (TAKE_TURN). */
  constructor(databaseUrl: string, turn: "first" | "late" = "first") {
    const { config, schema } = readPostgresqlUrl(databaseUrl);
    super(
      {
        ...config,
        Client: PrimaryClient,
        max: MOST_CONNECTIONS,
        connectionTimeoutMillis: PATIENCE_MS,
        keepAlive: true,
        application_name: "footnote",
      },
      { schema },
    );
    this.#turn = turn;
  }

  override async connect(): Promise<Connection> {
    const connection = await super.connect();
    const start = connection.startTransaction.bind(connection);
    connection.startTransaction = async (level) => {
      const transaction = await start(level);
      oneByOne(transaction);
      return this.#turn === "late" ? transaction : takeTurn(transaction);
    };
    return connection;
  }
}

async function takeTurn(transaction: Transaction): Promise<Transaction> {
  const run = (sql: string) => transaction.queryRaw({ sql, args: [], argTypes: [] });
  try {
    await run(waiting(TURN_MS));
    await run(TAKE_TURN);
    return transaction;
  } catch (error) {
    await run("ROLLBACK").catch(() => undefined);
    await transaction.rollback();
    throw error;
  }
}

/** Prisma asks for relations side by side, which a connection of PostgreSQL's cannot do. */
function oneByOne(transaction: Transaction): void {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Query, Result>(work: (query: Query) => Promise<Result>) => {
    const bound = work.bind(transaction);
    return (query: Query) => {
      const result = last.then(() => bound(query));
      last = result.catch(() => undefined);
      return result;
    };
  };
  transaction.queryRaw = inTurn(transaction.queryRaw);
  transaction.executeRaw = inTurn(transaction.executeRaw);
}
