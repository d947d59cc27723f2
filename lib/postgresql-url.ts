/** Reads URLs of PostgreSQL databases as libpq, Prisma and the providers of databases write them: one meaning for every connection. */

/** What a URL says. */
export interface PostgresqlUrl {
  /** What a client of the package pg is made of. */
  readonly config: { readonly connectionString: string; readonly enableChannelBinding: boolean };
  /** The schema in which the tables are. */
  readonly schema: string;
  /** Whether the URL names the schema: if not, it is public, and the server says itself where names without a schema are looked up. */
  readonly isSchemaNamed: boolean;
  /** What PostgreSQL's own programs are told by their environment, beside host, port, user, database and password. */
  readonly programs: Readonly<Record<string, string>>;
}

const SSL_MODES = ["disable", "require", "verify-ca", "verify-full"];
/** Settings with an effect here, and behind them those that may stand there and have none. */
const KNOWN = new Set([
  ...["host", "port", "user", "password", "options", "schema", "channel_binding"],
  ...["sslmode", "sslcert", "sslkey", "sslrootcert"],
  ...["uselibpqcompat", "application_name", "connect_timeout", "pgbouncer"],
  "target_session_attrs",
]);
const SCHEMA = /^[\p{L}_][\p{L}\p{N}_$-]{0,62}$/u;
const PARTS = /^postgres(?:ql)?:\/\/([^/?#]*)(\/[^?#]*)?(\?[^#]*)?(#.*)?$/;

/** A URL for each server that a URL names, as libpq lets it: postgresql://user@one:5432,other:5432/database. */
export function serversOf(databaseUrl: string): readonly string[] {
  const [, before, hosts, after] = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]+)(.*)$/s.exec(databaseUrl) ?? [];
  return hosts === undefined ? [databaseUrl] : hosts.split(",").map((host) => `${before}${host}${after}`);
}

/** What is wrong with a URL and how it is put right, going on from its name, without anything secret of it; null where nothing is. */
export function problemOfPostgresqlUrl(databaseUrl: string): string | null {
  try {
    readPostgresqlUrl(databaseUrl);
    return null;
  } catch (error) {
    return (error as Error).message.replace(SUBJECT, "");
  }
}

const SUBJECT = "The URL of the database ";
const wrong = (problem: string) => new Error(`${SUBJECT}${problem}`);

/** Throws an error of one line, without anything secret, where a URL cannot be read or would mean two things. */
export function readPostgresqlUrl(databaseUrl: string): PostgresqlUrl {
  const [, , path = "", query = "", fragment = ""] = PARTS.exec(databaseUrl) ?? [];
  if (fragment !== "" || /@/.test(path + query)) {
    throw wrong("has a /, ?, # or @ as it is where it has to be escaped, as in a password: write %2F, %3F, %23 or %40");
  }
  if (/%(?![\da-f]{2})/i.test(databaseUrl)) throw wrong("has a % that begins no escape: write %25");
  const url = parse(serversOf(databaseUrl)[0] ?? "");
  const settings = url.searchParams;
  const unknown = [...settings.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw wrong(`has the setting “${unknown}”, which has no effect here: leave it out`);
  if (/,/.test(settings.get("host") ?? "")) throw wrong("names several hosts: name one");
  if (!/^\d{0,5}$/.test(settings.get("port") ?? "")) throw wrong("has a port that is no number: correct it");
  if (!["read-write", "primary", null].includes(settings.get("target_session_attrs")))
    throw wrong(
      "has another target_session_attrs than read-write: what cannot be written to is named by DATABASE_READ_URL",
    );
  const encryption = encryptionOf(settings);
  const { schema, isSchemaNamed, options } = schemaOf(settings);

  for (const name of [
    "schema",
    "application_name",
    "connect_timeout",
    "pgbouncer",
    "channel_binding",
    "sslmode",
    "target_session_attrs",
  ])
    settings.delete(name);
  if (settings.get("sslrootcert") === "system") settings.delete("sslrootcert");
  if (options !== "") settings.set("options", options);
  // As libpq understands the modes, and not the release of pg.
  if (encryption.PGSSLMODE !== undefined) {
    settings.set("uselibpqcompat", "true");
    settings.set("sslmode", encryption.PGSSLMODE);
  }
  const [beforeQuery = ""] = databaseUrl.replaceAll(" ", "%20").split("?");
  return {
    config: {
      connectionString: `${beforeQuery}?${settings.toString().replaceAll("+", "%20")}`,
      enableChannelBinding: encryption.PGCHANNELBINDING !== undefined,
    },
    schema,
    isSchemaNamed,
    programs: { ...encryption, ...(options === "" ? {} : { PGOPTIONS: options }) },
  };
}

function parse(databaseUrl: string): URL {
  const text = databaseUrl.replaceAll(" ", "%20");
  try {
    // A URL may leave the host to a setting, as it does for sockets.
    const url = URL.canParse(text) ? new URL(text) : new URL(text.replace("@/", "@socket/"));
    for (const part of [url.username, url.password, url.hostname, url.pathname]) decodeURIComponent(part);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are left out of a URL in silence
    if (/[\u0000-\u001f]/.test(text)) throw new Error("a control character");
    return url;
  } catch {
    throw wrong("cannot be read: write it as postgresql://user:password@host:5432/database");
  }
}

/** What is said about encryption, by the names of libpq's environment. */
function encryptionOf(settings: URLSearchParams): Readonly<Record<string, string>> {
  const [written, certificate] = [settings.get("sslmode"), settings.get("sslrootcert")];
  const mode = written === "no-verify" ? "require" : written;
  if (mode === null && ["sslcert", "sslkey", "sslrootcert"].some((name) => settings.has(name)))
    throw wrong("names certificates without saying what for: add sslmode=verify-full, or leave them out");
  if (mode !== null && !SSL_MODES.includes(mode))
    throw wrong(`has sslmode=${mode}, which may leave out encryption: write one of ${SSL_MODES.join(", ")}`);
  if (mode === "verify-ca" && certificate === null)
    throw wrong("has sslmode=verify-ca without a certificate: add sslrootcert=file, or write verify-full");
  const binding = settings.get("channel_binding");
  const said = {
    PGSSLMODE: mode,
    PGSSLROOTCERT: certificate,
    PGSSLCERT: settings.get("sslcert"),
    PGSSLKEY: settings.get("sslkey"),
    PGCHANNELBINDING: binding === "disable" ? null : binding,
  };
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** The schema, as Prisma writes it (schema=name) or libpq does (options=-c search_path=name), and the options that lead to it. */
function schemaOf(settings: URLSearchParams): Pick<PostgresqlUrl, "schema" | "isSchemaNamed"> & { options: string } {
  const options = settings.get("options") ?? "";
  const [, path] = /(?:^|\s)(?:-c\s*|--)search[_-]path\s*=\s*("[^"]*"|(?:\\ |\S)+)/i.exec(options) ?? [];
  const named = settings.get("schema");
  const inOptions = path === undefined ? null : /^"/.test(path) ? path.slice(1, -1) : path.toLowerCase();
  const schema = named ?? inOptions ?? "public";
  if (inOptions !== null && inOptions !== schema)
    throw wrong("names two schemas, in schema and in options: name one, as schema=name");
  if (!SCHEMA.test(schema))
    throw wrong("names no single schema of letters, digits, _ and -: write one, as schema=name");
  const isSchemaNamed = named !== null || inOptions !== null;
  // Nothing else is in the path: what lacks here is not to be found somewhere else.
  const set = named === null || inOptions !== null ? "" : `-c search_path="${schema}"`;
  return { schema, isSchemaNamed, options: [options, set].filter((text) => text !== "").join(" ") };
}
