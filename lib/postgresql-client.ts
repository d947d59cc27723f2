import { Client, type ClientConfig } from "pg";
import { serversOf } from "@/lib/postgresql-url";

/** How long each of several servers may take to say whether it may be written to, in milliseconds. */
const PATIENCE_MS = 2000;

/**
 * A client for a URL that may name several servers: of these it connects to the one that may be written to, as libpq does with
 * target_session_attrs=read-write. Connecting fails while there is none.
 */
export class PrimaryClient extends Client {
  readonly #servers: readonly string[];

  constructor(settings: ClientConfig = {}) {
    const servers = serversOf(settings.connectionString ?? "");
    super({ ...settings, connectionString: servers[0] });
    this.#servers = servers;
  }

  override connect(): Promise<Client>;
  override connect(told: ((error: Error) => void) | ((error: null, client: Client) => void)): void;
  override async connect(told?: (error: never, client: never) => void): Promise<Client> {
    const connected = this.#connectToPrimary();
    // A pool asks with a callback, which is told of a failure in place of the promise.
    if (told === undefined) return connected;
    connected.then(
      () => told(null as never, this as never),
      (error: unknown) => told(error as never, undefined as never),
    );
    return this;
  }

  async #connectToPrimary(): Promise<Client> {
    if (this.#servers.length > 1) {
      const { host, port } = await Promise.any(this.#servers.map(writable)).catch(({ errors }: AggregateError) => {
        throw errors[0];
      });
      this.host = host;
      this.port = port;
    }
    return super.connect();
  }
}

/** Whether a pooler such as PgBouncer answers: it gives each client a number of its own in place of the server's. */
export async function isPooled(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>(`SELECT pg_backend_pid() AS "pid"`);
  return rows[0]?.pid !== (client as Client & { readonly processID: number | null }).processID;
}

/** Where a server is that may be written to; throws where it may not, or is not reached. */
async function writable(server: string): Promise<Pick<Client, "host" | "port">> {
  const client = new Client({
    connectionString: server,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ read_only: string }>(
      `SELECT current_setting('transaction_read_only') AS "read_only"`,
    );
    if (rows[0]?.read_only !== "off")
      throw new Error("None of the servers of DATABASE_URL may be written to: promote one");
    return { host: client.host, port: client.port };
  } finally {
    await client.end().catch(() => undefined);
  }
}
