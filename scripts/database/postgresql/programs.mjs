/** Where PostgreSQL's own programs are. Plain JavaScript: npm test looks before anything is installed. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Debian keeps every release in a folder of its own, off the path. */
const RELEASES = "/usr/lib/postgresql";

/**
 * The folder that has a program such as pg_dump, of a release where that is installed, else of the newest; null where there is none.
 *
 * @param {string} program
 * @param {number | null} wanted
 * @returns {string | null}
 */
export function postgresqlFolder(program, wanted = null) {
  const releases = existsSync(RELEASES) ? readdirSync(RELEASES).sort((a, b) => Number(b) - Number(a)) : [];
  if (wanted !== null) releases.sort((a, b) => Number(Number(b) === wanted) - Number(Number(a) === wanted));
  const told = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" }).stdout?.trim();
  const onPath = (process.env.PATH ?? "").split(path.delimiter);
  const folders = [...releases.map((release) => path.join(RELEASES, release, "bin")), told || "", ...onPath];
  return folders.find((folder) => folder !== "" && existsSync(path.join(folder, program))) ?? null;
}
