import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { readPostgresqlUrl } from "@/lib/postgresql-url";

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;

/** How long a replica may take to take a connection, and to answer, before the primary is asked, in milliseconds. */
const CONNECTING_MS = 1000;
const ANSWERING_MS = 10_000;
const MOST_CONNECTIONS = 10;

/**
 * Prisma's adapter for a replica that is only read. All of its connections are to one run of one server, so that what one of them has
 * seen all of them see: another server of the same name may be further behind. A read that fails is done by the primary: a replica
 * breaks off reads that keep it from following.
 */
export class ReplicaPg extends PrismaPg {
  readonly #pool: Pool;
  readonly #primary: PrismaPg;

  constructor(replicaUrl: string, primary: PrismaPg) {
    const { config, schema } = readPostgresqlUrl(replicaUrl);
    let first: string | undefined;
    const pool = new Pool({
      ...config,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECTING_MS,
      query_timeout: ANSWERING_MS,
      keepAlive: true,
      application_name: "footnote, readers",
      onConnect: async (client) => {
        const { rows } = await client.query<{ run: string }>(`SELECT pg_postmaster_start_time()::text AS "run"`);
        first ??= rows[0]?.run;
        if (rows[0]?.run !== first) throw new Error("The replica was started again, or is another server");
      },
    });
    super(pool, { schema });
    this.#pool = pool;
    this.#primary = primary;
  }

  override async connect(): Promise<Connection> {
    const [replica, primary] = [await super.connect(), await this.#primary.connect()];
    const read = replica.queryRaw.bind(replica);
    replica.queryRaw = (query) => read(query).catch(() => primary.queryRaw(query));
    return replica;
  }

  /** The publication version that the replica itself has; rejects where it does not say. */
  async version(): Promise<number> {
    const { rows } = await this.#pool.query<{ version: number }>(`SELECT "version" FROM "Publication"`);
    return rows[0]?.version ?? 0;
  }
}
