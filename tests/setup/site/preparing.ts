/** Prepares the database file that is the first argument by the migrations in the folder that is the second; prints what was done or what is wrong. */
import { prepareSqlite } from "@/scripts/database/sqlite/prepare";

const [file = "", migrations] = process.argv.slice(2);
try {
  console.log(await prepareSqlite(file, migrations));
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
