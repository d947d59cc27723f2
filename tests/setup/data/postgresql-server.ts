import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { postgresqlFolder } from "@/scripts/database/postgresql-programs.mjs";
import { freePort } from "@/tests/setup/site/start-site";

/** A PostgreSQL that runs in a folder of its own; it ends with the run of the tests. */
export interface PostgresqlServer {
  /** A URL without the name of a database. */
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => void;
  /** Makes a primary of a replica. */
  readonly promote: () => void;
}

/** Starts a server, or a replica of one, as a user that is not root, since it refuses that one. */
export async function startPostgresql(primary?: PostgresqlServer): Promise<PostgresqlServer> {
  const bin = postgresqlFolder("initdb");
  if (bin === null) throw new Error("There is no PostgreSQL: install it (apt-get install postgresql)");
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-postgresql-"));
  const owner = otherUser();
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, "data");
  const program = (name: string, ...args: readonly string[]) =>
    execFileSync(path.join(bin, name), args, { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const control = (...args: readonly string[]) => program("pg_ctl", "-D", data, "-w", ...args);
  const port = await freePort();
  // Nothing here has to outlive a power cut of the machine.
  const settings = `-p ${port} -k "${folder}" -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`;
  if (primary === undefined) {
    program("initdb", "-D", data, "-A", "trust", "-U", "footnote", "-E", "UTF8", "--locale=C");
  } else {
    program("pg_basebackup", "-D", data, "-d", `${primary.url}/postgres`, "--write-recovery-conf", "-c", "fast");
  }
  control("-o", settings, "-l", path.join(folder, "log"), "start");
  let isRunning = true;
  process.once("exit", () => {
    if (isRunning) control("-m", "immediate", "stop");
    rmSync(folder, { recursive: true, force: true });
  });
  const kill = () => {
    const [pid] = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    isRunning = false;
  };
  return { url: `postgresql://footnote@127.0.0.1:${port}`, port, kill, promote: () => void control("promote") };
}

/** The user that programs are run as in place of root; null for anybody else, who stays. */
export function otherUser(): { readonly uid: number; readonly gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const id = (flag: string, name: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  const name = spawnSync("id", ["postgres"]).status === 0 ? "postgres" : "nobody";
  return { uid: id("-u", name), gid: id("-g", name) };
}
