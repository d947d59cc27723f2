/** Reads a large SQLite file through, beside the site that serves it; where it is damaged, says so in one line and exits with 1. */
import { env, sqliteFile } from "@/lib/env";
import { checkAndMark } from "./state";

try {
  checkAndMark(sqliteFile(env().DATABASE_URL));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
