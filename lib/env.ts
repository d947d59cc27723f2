import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { problemOfPostgresqlUrl, serversOf } from "@/lib/postgresql-url";

/** Whether this is the built site, and not one that is worked on. */
export const isBuiltSite = process.env.NODE_ENV === "production";

/** Root of the project: the folder of package.json, from which every command is run. */
export const projectRoot = process.cwd();

/** Bits that a network of proxies has at least: a wider one would let strangers say where they come from. */
const WIDEST_NETWORK = 8;

/** What each setting has to be. Every message goes on from the name of its setting. */
const schema = z
  .object({
    DATABASE_URL: z.string().default("file:./data/footnote.db"),
    DATABASE_DIRECT_URL: z.string().optional(),
    DATABASE_READ_URL: z
      .string()
      .refine(
        (url) => serversOf(url).length === 1,
        "names several hosts: name one, a replica of the one of DATABASE_URL",
      )
      .optional(),
    WORKERS: z
      .string()
      .regex(/^[1-9]\d?$/, "has to be a whole number from 1 to 99")
      .transform(Number)
      .default(1),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, "has to be a whole number from 0 to 65535")
      .transform(Number)
      .refine((port) => port <= 65_535, "has to be a whole number from 0 to 65535")
      .default(3000),
    HOST: z.string().default("0.0.0.0"),
    DATA_FOLDER: z.string().default("./data"),
    BACKUPS_KEPT: z
      .string()
      .regex(/^[1-9]\d{0,4}$/, "has to be a whole number from 1 to 99999")
      .transform(Number)
      .default(30),
    SITE_URL: z.url({ protocol: /^https?$/, error: "has to begin with https:// or http://" }).optional(),
    FOOTNOTE_SECRET: z
      .string()
      .min(32, "must have at least 32 random characters")
      .refine((secret) => new Set(secret).size >= 12, "must be random: it repeats a few characters")
      .refine(
        (secret) => !/secret|password|change|example|default/i.test(secret),
        "must be random: it is made of words",
      )
      .optional(),
    LOG_LEVEL: z
      .enum(["error", "warn", "info", "debug"], { error: "has to be error, warn, info or debug" })
      .default("info"),
    LINK_CHECKS: z.enum(["off", "request", "nightly"], { error: "has to be off, request or nightly" }).default("off"),
    METRICS_TOKEN: z.string().min(20, "must have at least 20 characters").optional(),
    TRUSTED_PROXY: z
      .string()
      .default("")
      .transform((text) => text.split(/[\s,]+/).filter((address) => address !== ""))
      .refine(
        (list) => list.every(isAddressOrNetwork),
        "has to be addresses or networks such as 10.0.0.0/8, with commas",
      )
      .refine(
        (list) => !list.some((address) => Number(address.split("/")[1] ?? 128) < WIDEST_NETWORK),
        `would believe more than a proxy of yours: name its own address, or a network of at least /${WIDEST_NETWORK}`,
      ),
  })
  .superRefine((settings, context) => {
    const say = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const isOnPostgresql = isPostgresql(settings.DATABASE_URL);
    for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL", "DATABASE_READ_URL"] as const) {
      const url = settings[name];
      if (url === undefined || (name === "DATABASE_URL" && !isOnPostgresql)) continue;
      if (!isOnPostgresql) say(name, "is for PostgreSQL, and DATABASE_URL names a SQLite file");
      else if (!isPostgresql(url)) say(name, "has to begin with postgresql://");
      const problem = problemOfPostgresqlUrl(url);
      if (isOnPostgresql && problem !== null) say(name, problem);
    }
  });

/** Names of all settings, as .env.example explains them. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

function isAddressOrNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

function readEnv() {
  // A setting that is left empty is one that is not made.
  const result = schema.safeParse(Object.fromEntries(Object.entries(process.env).filter(([, text]) => text !== "")));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue?.path.join(".")} ${issue?.message}: change it in .env (.env.example explains each setting)`);
}

let read: ReturnType<typeof readEnv> | null = null;

/** The settings of this process: the only place that reads the environment. Throws an error that names the setting and its cure. */
export function env(): ReturnType<typeof readEnv> {
  read ??= readEnv();
  return read;
}

/** The secret that signs sessions and encrypts authenticator secrets; throws where there is none. */
export function signingSecret(): string {
  const { FOOTNOTE_SECRET } = env();
  if (FOOTNOTE_SECRET !== undefined) return FOOTNOTE_SECRET;
  throw new Error("FOOTNOTE_SECRET is missing: put at least 32 random characters into .env, or let npm start write it");
}

/** Where readers find the site, for what is read elsewhere, without a slash at its end; without a public address, the one on this machine. */
export function siteAddress(): string {
  const { SITE_URL, PORT } = env();
  return SITE_URL?.replace(/\/+$/, "") ?? `http://localhost:${PORT}`;
}

/** Whether a URL names a PostgreSQL database. */
export function isPostgresql(databaseUrl: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(databaseUrl);
}

/** The database without a pooler between: for what needs a connection to itself, such as listening, migrations and backups. */
export function directDatabaseUrl(): string {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env();
  return DATABASE_DIRECT_URL ?? DATABASE_URL;
}

/** The folder for imports under way and backups: beside a SQLite file, else the one of the settings. */
export function dataFolder(): string {
  const { DATABASE_URL, DATA_FOLDER } = env();
  return isPostgresql(DATABASE_URL)
    ? path.resolve(/* turbopackIgnore: true */ projectRoot, DATA_FOLDER)
    : path.dirname(sqliteFile(DATABASE_URL));
}

/** Path of the SQLite file that a URL names, relative ones from the project; throws for any other kind of URL. */
export function sqliteFile(databaseUrl: string): string {
  if (!databaseUrl.startsWith("file:")) {
    throw new Error(
      `DATABASE_URL is “${databaseUrl.split(":")[0]}:…”; set it to a SQLite file such as file:./data/footnote.db, or to postgresql://…`,
    );
  }
  return path.resolve(/* turbopackIgnore: true */ projectRoot, databaseUrl.slice("file:".length));
}
