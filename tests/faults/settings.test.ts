import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";

const GOOD = "q8Zk3vT1xY7bN5mR2wL9pD4cF6hJ0sGaKe";

/** Starts the site with settings; the exit code and what it said. It must not get as far as listening. */
function start(settings: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const server = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", PORT: "0", FOOTNOTE_SECRET: GOOD, ...settings },
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
      if (said.includes("ready at")) server.kill();
    });
  }
  return new Promise((resolve) => server.on("close", (code) => resolve({ code, said })));
}

describe("the site does not start with settings that would make it unsafe, and says which", () => {
  test.each([
    ["no secret", { FOOTNOTE_SECRET: "" }, "FOOTNOTE_SECRET"],
    ["a short secret", { FOOTNOTE_SECRET: "q8Zk3vT1xY7bN5mR2wL9pD4cF6hJ0s" }, "FOOTNOTE_SECRET"],
    ["a secret that repeats itself", { FOOTNOTE_SECRET: "abc".repeat(20) }, "FOOTNOTE_SECRET"],
    ["a secret of words", { FOOTNOTE_SECRET: "please-change-me-to-something-random-1234" }, "FOOTNOTE_SECRET"],
    ["a proxy that is no address", { TRUSTED_PROXY: "localhost" }, "TRUSTED_PROXY"],
    ["a network that is none", { TRUSTED_PROXY: "10.0.0.0/99" }, "TRUSTED_PROXY"],
    ["an address that is none", { SITE_URL: "figures.example.org" }, "SITE_URL"],
  ])("%s", async (_, settings, name) => {
    const { code, said } = await start(settings);
    expect(code).toBe(1);
    expect(said).toContain(name);
    expect(said).not.toContain("ready at");
  });
});
