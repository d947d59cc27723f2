import path from "node:path";
import { z } from "zod";

/** Root of the project: the folder of package.json, from which every command is run. */
const projectRoot = process.cwd();

const schema = z.object({
  DATABASE_URL: z.string().min(1).default("file:./data/footnote.db"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/** The settings of this process: the only place that reads the environment. Throws an error that names the setting and its cure. */
function readEnv() {
  const result = schema.safeParse({ ...process.env, SITE_URL: process.env.SITE_URL || undefined });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue?.path.join(".")}: ${issue?.message}. See .env.example for what it may be.`);
}

export const env = readEnv();

/** Path of the SQLite file that a URL names, relative ones from the project; throws for any other kind of URL. */
export function sqliteFile(databaseUrl: string): string {
  if (!databaseUrl.startsWith("file:")) {
    throw new Error(
      `DATABASE_URL is “${databaseUrl.split(":")[0]}:…”; set it to a SQLite file such as file:./data/footnote.db`,
    );
  }
  return path.resolve(/* turbopackIgnore: true */ projectRoot, databaseUrl.slice("file:".length));
}
