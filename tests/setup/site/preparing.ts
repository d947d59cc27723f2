/** Prepares the database file that is the first argument by the migrations in the folder that is the second; prints what was done or what is wrong. */
import { prepareDatabase } from "@/scripts/database/database-file";

const [file = "", migrations] = process.argv.slice(2);
try {
  console.log(await prepareDatabase(file, migrations));
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
