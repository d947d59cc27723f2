import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { otherUser } from "@/tests/setup/data/postgresql-server";
import { freePort } from "@/tests/setup/site/start-site";

/** What stands between, as docs/scale shows it: how each is started with its file in the foreground. */
const PROGRAMS = {
  nginx: {
    example: "nginx.conf",
    args: (file: string) => [
      "-p",
      path.dirname(file),
      "-c",
      file,
      "-e",
      "stderr",
      "-g",
      `daemon off; pid ${file}.pid;`,
    ],
  },
  haproxy: { example: "haproxy.cfg", args: (file: string) => ["-db", "-f", file] },
  pgbouncer: { example: "pgbouncer.ini", args: (file: string) => [file] },
} as const;
export type Program = keyof typeof PROGRAMS;

/** Where a program is; null where it is not installed. npm test installs it where it may. */
export function findProgram(name: Program): string | null {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** A program that runs; it ends with the test that stops it. */
export interface RunningProgram {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts a program with the example of docs/scale, in which some pieces are others here: each has to be there. */
export async function startExample(
  name: Program,
  changed: (port: number, folder: string) => Readonly<Record<string, string>>,
): Promise<RunningProgram> {
  const program = findProgram(name);
  if (program === null) throw new Error(`${name} is not installed`);
  const folder = mkdtempSync(path.join(tmpdir(), `footnote-${name}-`));
  const owner = otherUser();
  const port = await freePort();
  const { example, args } = PROGRAMS[name];
  let text = readFileSync(`docs/scale/${example}`, "utf8");
  for (const [there, here] of Object.entries(changed(port, folder))) {
    if (!text.includes(there)) throw new Error(`docs/scale/${example} has no “${there}”`);
    text = text.replaceAll(there, here);
  }
  const file = path.join(folder, example);
  writeFileSync(file, text);
  if (owner !== null) for (const made of [folder, file]) chownSync(made, owner.uid, owner.gid);
  const child: ChildProcess = spawn(program, args(file), { ...owner, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, stop };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}
