import { env, isPostgresql } from "@/lib/env";
import { createDatabase } from "@/tests/setup/data/postgresql";

/** The URL of a database beside that of this test file, of the same kind: empty on PostgreSQL, not there yet on SQLite, in `folder`. */
export async function anotherDatabase(folder: string, name: string): Promise<string> {
  const { DATABASE_URL } = env();
  if (!isPostgresql(DATABASE_URL)) return `file:${folder}/${name}.db`;
  const url = new URL(DATABASE_URL);
  const beside = `${url.pathname.slice(1)}_${name}`;
  await createDatabase(DATABASE_URL.slice(0, -url.pathname.length), beside);
  url.pathname = `/${beside}`;
  return url.href;
}
