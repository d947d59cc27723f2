import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";

/** Root of the project: the folder of package.json, from which every command is run. */
export const projectRoot = process.cwd();

const schema = z.object({
  DATABASE_URL: z.string().min(1).default("file:./data/footnote.db"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  FOOTNOTE_SECRET: z
    .string()
    .min(32, "must have at least 32 random characters")
    .refine((secret) => new Set(secret).size >= 12, "must be random: it repeats a few characters")
    .refine((secret) => !/secret|password|change|example|default/i.test(secret), "must be random: it is made of words")
    .optional(),
  TRUSTED_PROXY: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter((address) => address !== ""))
    .refine((list) => list.every(isAddressOrNetwork), "must be addresses or networks such as 10.0.0.0/8, with commas"),
});

function isAddressOrNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return most > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** The settings of this process: the only place that reads the environment. Throws an error that names the setting and its cure. */
function readEnv() {
  const { SITE_URL, FOOTNOTE_SECRET } = process.env;
  const result = schema.safeParse({
    ...process.env,
    SITE_URL: SITE_URL || undefined,
    FOOTNOTE_SECRET: FOOTNOTE_SECRET || undefined,
  });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue?.path.join(".")}: ${issue?.message}. See .env.example for what it may be.`);
}

export const env = readEnv();

/** The secret that signs sessions and encrypts authenticator secrets; throws where there is none. */
export function signingSecret(): string {
  if (env.FOOTNOTE_SECRET !== undefined) return env.FOOTNOTE_SECRET;
  throw new Error(
    "FOOTNOTE_SECRET is missing: put at least 32 random characters into .env, or let npm start write it.",
  );
}

/** Path of the SQLite file that a URL names, relative ones from the project; throws for any other kind of URL. */
export function sqliteFile(databaseUrl: string): string {
  if (!databaseUrl.startsWith("file:")) {
    throw new Error(
      `DATABASE_URL is “${databaseUrl.split(":")[0]}:…”; set it to a SQLite file such as file:./data/footnote.db`,
    );
  }
  return path.resolve(/* turbopackIgnore: true */ projectRoot, databaseUrl.slice("file:".length));
}
