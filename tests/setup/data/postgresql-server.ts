import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { postgresqlFolder } from "@/scripts/database/postgresql/programs.mjs";
import { freePort } from "@/tests/setup/site/start-site";

/** A PostgreSQL that runs in a folder of its own; it ends with the run of the tests. */
export interface PostgresqlServer {
  /** A URL without the name of a database. */
  readonly url: string;
  readonly port: number;
  /** Where its socket is. */
  readonly folder: string;
  /** Its certificate; null where there is no openssl to make one. */
  readonly certificate: string | null;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => void;
  /** Makes a primary of a replica. */
  readonly promote: () => void;
}

/**
 * Starts a server, or a replica of one, as a user that is not root, since it refuses that one. It asks a user called secretive, whom a
 * test may make, for a password.
 */
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
  const settings = `-p ${port} -k "${folder}" -c listen_addresses=127.0.0.1,::1 -c fsync=off -c max_connections=200`;
  if (primary === undefined) {
    program("initdb", "-D", data, "-A", "trust", "-U", "footnote", "-E", "UTF8", "--locale=C");
    const rules = path.join(data, "pg_hba.conf");
    writeFileSync(rules, `host all secretive all scram-sha-256\n${readFileSync(rules, "utf8")}`);
  } else {
    program("pg_basebackup", "-D", data, "-d", `${primary.url}/postgres`, "--write-recovery-conf", "-c", "fast");
  }
  const certificate = makeCertificate(data, owner);
  const encryption = certificate === null ? "" : "-c ssl=on";
  control("-o", `${settings} ${encryption}`, "-l", path.join(folder, "log"), "start");
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
  const url = `postgresql://footnote@127.0.0.1:${port}`;
  return { url, port, folder, certificate, kill, promote: () => void control("promote") };
}

/** Makes a key and its certificate where a server looks for them; null where there is no openssl. */
function makeCertificate(data: string, owner: ReturnType<typeof otherUser>): string | null {
  const [key, certificate] = [path.join(data, "server.key"), path.join(data, "server.crt")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const { status } = spawnSync("openssl", [
    ...["req", "-new", "-x509", "-nodes", "-days", "30", ...subject],
    ...["-keyout", key, "-out", certificate],
  ]);
  if (status !== 0) return null;
  chmodSync(key, 0o600);
  if (owner !== null) chownSync(key, owner.uid, owner.gid);
  return certificate;
}

/** The user that programs are run as in place of root; null for anybody else, who stays. */
export function otherUser(): { readonly uid: number; readonly gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const id = (flag: string, name: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  const name = spawnSync("id", ["postgres"]).status === 0 ? "postgres" : "nobody";
  return { uid: id("-u", name), gid: id("-g", name) };
}
