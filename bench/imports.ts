/**
 * Imports a generated file of 100,000 figures and says how long it takes, how much memory it needs, and how long the pages of a
 * running site take meanwhile.
 *
 *   npx tsx --conditions=react-server bench/imports.ts [rows] [address of a running site on the same database]
 *
 *   npx tsx --conditions=react-server bench/imports.ts [rows] saves [postgresql]
 *
 * The second imports at a site of its own (built before) and says how saves beside it are answered.
 * Without an address a database of its own is made. The numbers come from a fixed seed and stand for nothing.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { savesBeside } from "@/bench/setup/saves-beside";
import { prepareSqlite } from "@/scripts/database/sqlite/prepare";

/** As the server runs imports. */
const IMPORT_FLAGS = ["--max-old-space-size=192", "--max-semi-space-size=8"];

const rows = Number(process.argv[2] ?? 100_000);
const site = process.argv[3];
const folder = mkdtempSync(path.join(tmpdir(), "footnote-import-bench-"));
const file = path.join(folder, "figures.csv");

/** A linear congruential generator (Numerical Recipes): the same numbers on every machine, from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function generate(): void {
  const random = randomFrom(1);
  const regions = ["CN", "CN-GZ", "BR", "BR-SP", "IN-KA", "US-CA", "US-TX"].filter((code) =>
    readFileSync("prisma/data/regions.csv", "utf8").includes(`\n${code},`),
  );
  const metrics = ["5g-base-stations", "companies-attracted", "it-exports-inr"];
  const lines = ["metric,region,wording,value,period,source,locator,phrase"];
  const series = metrics.length * regions.length;
  for (let row = 0; row < rows; row += 1) {
    const value = Math.floor(random() * 1e6);
    const metric = metrics[row % metrics.length];
    const region = regions[Math.floor(row / metrics.length) % regions.length];
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(row / series))).toISOString().slice(0, 10);
    lines.push(`${metric},${region},about,${value},${day},china-daily-2019-guizhou-looms,r${row},${value} things`);
  }
  writeFileSync(file, `${lines.join("\r\n")}\r\n`);
}

/** Runs the importing command; answers seconds, seconds of the processor, and megabytes at most. */
function run(databaseUrl: string, name: string, ...args: readonly string[]) {
  const from = performance.now();
  const flags = [...IMPORT_FLAGS, "--conditions=react-server", "--import", "tsx"];
  const child = spawn(process.execPath, [...flags, "scripts/import.ts", name, ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  let peak = 0;
  let ticks = 0;
  const timer = setInterval(() => {
    try {
      peak = Math.max(
        peak,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
      );
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(" ");
      ticks = Number(fields[13]) + Number(fields[14]);
    } catch {
      // It has ended.
    }
  }, 20);
  return new Promise<{ seconds: number; processor: number; peak: number; said: string }>((resolve, reject) => {
    child.on("exit", (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`The import stopped with code ${code}: ${said}`));
      else resolve({ seconds: (performance.now() - from) / 1000, processor: ticks / 100, peak, said });
    });
  });
}

/** Asks for a page every 20 ms until told to stop; answers the times in milliseconds, shortest first. */
function watch(address: string): () => Promise<readonly number[]> {
  const times: number[] = [];
  let isOver = false;
  const over = (async () => {
    while (!isOver) {
      const from = performance.now();
      await (await fetch(address)).arrayBuffer();
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return async () => {
    isOver = true;
    await over;
    return times.sort((a, b) => a - b);
  };
}

generate();
if (site === "saves") {
  await savesBeside(file, process.argv[4] === "postgresql");
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
const own = path.join(folder, "figures.db");
const databaseUrl = site === undefined ? `file:${own}` : (process.env.DATABASE_URL ?? "file:./data/footnote.db");
if (site === undefined) await prepareSqlite(own);
console.log(`${rows} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
const one = path.join(folder, "one.csv");
writeFileSync(one, readFileSync(file, "utf8").split("\r\n").slice(0, 2).join("\r\n"));
const { peak: loaded } = await run(databaseUrl, one, "--dry-run");
for (const [name, args] of [
  ["dry run", ["--dry-run"]],
  ["import", ["--publish"]],
  ["again, nothing to do", []],
] as const) {
  const stop = site === undefined ? null : watch(site);
  const { seconds, processor, peak, said } = await run(databaseUrl, file, ...args);
  const times = (await stop?.()) ?? [];
  const p99 = times[Math.floor(times.length * 0.99)];
  const pages = p99 === undefined ? "" : `; ${times.length} pages meanwhile, p99 ${p99.toFixed(0)} ms`;
  const memory = `${peak.toFixed(0)} MB at most, ${(peak - loaded).toFixed(0)} more than for one row`;
  console.log(`${name}: ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of a processor), ${memory}${pages}`);
  console.log(`  ${said.split("\n")[0]}`);
}
if (site === undefined) {
  const database = new Database(own, { readonly: true });
  console.log(
    database.prepare("SELECT count(*) AS figures, (SELECT count(*) FROM Revision) AS revisions FROM Figure").get(),
  );
  database.close();
}
rmSync(folder, { recursive: true, force: true });
