import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { env } from "@/lib/env";

const folder = mkdtempSync(path.join(tmpdir(), "footnote-moving-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, databaseUrl: string, place: string): void {
  const node = ["--conditions=react-server", "--import", "tsx", `scripts/${script}.ts`, path.join(folder, place)];
  execFileSync(process.execPath, node, { env: { ...process.env, DATABASE_URL: databaseUrl } });
}

test("what PostgreSQL holds goes into SQLite and out of it the same, file by file", () => {
  run("export", env().DATABASE_URL, "first");
  const sqlite = `file:${folder}/moved.db`;
  run("import", sqlite, "first");
  run("export", sqlite, "second");
  const names = readdirSync(path.join(folder, "first"));
  expect(names).toContain("figures.csv");
  const inFiles = (place: string) => names.map((name) => readFileSync(path.join(folder, place, name), "utf8"));
  expect(inFiles("second")).toEqual(inFiles("first"));
});
