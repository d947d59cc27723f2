import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { ProjectCopy } from "@/tests/setup/project-copy";
import { askRaw } from "@/tests/setup/site/ask-raw";
import { freePort } from "@/tests/setup/site/start-site";

const copy = new ProjectCopy();
const data = mkdtempSync(path.join(tmpdir(), "footnote-data-"));
afterAll(() => {
  copy.remove();
  rmSync(data, { recursive: true, force: true });
});

test("what is built runs as a user without rights in a folder that it may only read, and writes in its data alone", async ({
  skip,
}) => {
  if (process.getuid?.() !== 0) skip("only root may start a program as somebody else");
  // Built already, as scripts/build.mjs leaves it; what it skips then is told by hashes of the same files.
  expect(spawnSync(process.execPath, ["scripts/build.mjs"]).status).toBe(0);
  copy.addBuild();
  execFileSync("chmod", ["-R", "a+rX,a-w", copy.folder]);
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  const [uid, gid] = [id("-u"), id("-g")];
  for (const folder of [data, path.join(data, "tmp")]) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, uid, gid);
  }
  const files = () => execFileSync("find", [copy.folder, "-newer", data, "-not", "-type", "l"], { encoding: "utf8" });
  const before = files();
  const port = await freePort();
  const site = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: copy.folder,
    uid,
    gid,
    env: {
      PATH: process.env.PATH,
      HOME: data,
      TMPDIR: path.join(data, "tmp"),
      DATABASE_URL: `file:${path.join(data, "footnote.db")}`,
      FOOTNOTE_SECRET: "q8Zk3vT1xY7bN5mR2wL9pD4cF6hJ0sGaKe",
      PORT: String(port),
      HOST: "127.0.0.1",
      NODE_ENV: "production",
    },
  });
  let said = "";
  for (const stream of [site.stdout, site.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const ended = once(site, "exit");
  await Promise.race([
    expect.poll(() => said, { timeout: 120_000 }).toContain("ready at"),
    ended.then(() => undefined),
  ]);
  expect(said).toContain("ready at");
  const address = `http://127.0.0.1:${port}`;
  expect(JSON.parse((await askRaw(address, "/api/health")).body)).toMatchObject({ status: "ok", writable: true });
  expect((await askRaw(address, "/")).status).toBe(200);
  site.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(files()).toBe(before);
});
