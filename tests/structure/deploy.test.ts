import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SETTINGS } from "@/lib/env";
import { read } from "./source-files";

const NAMES = new Set(SETTINGS);
const scripts = (line: string) => line.match(/scripts\/[\w.-]+/g) ?? [];

test("every setting is explained in .env.example, and no other", () => {
  const explained = [...read(".env.example").matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual([...SETTINGS].toSorted());
});

describe("deploy/footnote.service", () => {
  const unit = read("deploy/footnote.service");
  const all = (name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value = ""]) => value);

  test("sets what is a setting, starts what is there, and is no superuser", () => {
    expect(
      all("Environment")
        .map((text) => text.split("=")[0])
        .filter((name = "") => !NAMES.has(name)),
    ).toEqual([]);
    expect(scripts(all("ExecStart")[0] ?? "").map(existsSync)).toEqual([true]);
    expect(all("User")).toEqual(["footnote"]);
    expect([all("NoNewPrivileges"), all("ProtectSystem"), all("ReadWritePaths")]).toEqual([["true"], ["strict"], []]);
    // Longer than the site itself takes to stop.
    expect(Number(all("TimeoutStopSec")[0])).toBeGreaterThan(12);
  });

  test("systemd finds nothing wrong with it", ({ skip }) => {
    if (spawnSync("systemd-analyze", ["--version"]).status !== 0) skip("there is no systemd here");
    const folder = mkdtempSync(path.join(tmpdir(), "footnote-unit-"));
    const file = path.join(folder, "footnote.service");
    // Where Node is, and which users there are, differs from machine to machine.
    writeFileSync(file, unit.replace("/usr/bin/node", process.execPath).replace(/^(?:User|Group)=.*\n/gm, ""));
    const { status, stdout, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", file], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(`${stdout}${stderr}`.split("\n").filter((line) => line.includes("footnote"))).toEqual([]);
    expect(status).toBe(0);
  });
});

describe("deploy/Containerfile", () => {
  const lines = read("deploy/Containerfile")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const all = (name: string) => lines.filter((line) => line.startsWith(`${name} `));

  test("has instructions that there are, runs what is there, and is no superuser in the end", () => {
    const KNOWN = /^(?:FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD) \S/;
    expect(lines.filter((line) => !KNOWN.test(line))).toEqual([]);
    expect(lines.flatMap(scripts).filter((file) => !existsSync(file))).toEqual([]);
    expect(lines.findIndex((line) => line.startsWith("USER"))).toBeLessThan(
      lines.findIndex((line) => line.startsWith("CMD")),
    );
    expect(all("USER")).toEqual(["USER node"]);
    const [, command = ""] = /^CMD (.+)$/.exec(all("CMD")[0] ?? "") ?? [];
    expect(JSON.parse(command)).toEqual(["node", "scripts/start.mjs"]);
    const set = all("ENV").flatMap((line) => [...line.matchAll(/([A-Z_]+)=/g)].map(([, name = ""]) => name));
    expect(set.filter((name) => !NAMES.has(name))).toEqual([]);
  });

  test("is of a Node that is served, and leaves out what belongs to one machine", () => {
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    const least = Number(/\d+/.exec(engines.node)?.[0]);
    const releases = all("FROM").map((line) => Number(/node:(\d+)/.exec(line)?.[1]));
    expect(releases.every((release) => release >= least)).toBe(true);
    expect(read(".dockerignore").split("\n")).toEqual(
      expect.arrayContaining([".env", "data", "node_modules", ".next"]),
    );
  });
});

describe("deploy/compose.yaml", () => {
  const { services, volumes } = parse(read("deploy/compose.yaml")) as {
    services: Record<
      string,
      {
        environment: Record<string, string>;
        build?: { context: string; dockerfile: string };
        image?: string;
        depends_on?: object;
        read_only?: boolean;
        volumes: string[];
        stop_grace_period?: string;
      }
    >;
    volumes: Record<string, unknown>;
  };
  const { site, database } = services;

  test("gives the site settings that there are, and a database as its URL names it", () => {
    expect(Object.keys(site?.environment ?? {}).filter((name) => !NAMES.has(name))).toEqual([]);
    const url = new URL((site?.environment.DATABASE_URL ?? "").replace(/\$\{[^}]*\}/, "x"));
    expect([url.protocol, url.username, url.hostname, url.pathname.slice(1)]).toEqual([
      "postgresql:",
      database?.environment.POSTGRES_USER,
      "database",
      database?.environment.POSTGRES_DB,
    ]);
    // Without a secret of one's own it does not start.
    for (const name of ["FOOTNOTE_SECRET", "DATABASE_URL"]) expect(site?.environment[name]).toMatch(/\$\{[A-Z_]+:\?/);
  });

  test("builds from files that are there, keeps its data, and lets the code be read only", () => {
    const { context = "", dockerfile = "" } = site?.build ?? {};
    expect(existsSync(path.join("deploy", context, dockerfile))).toBe(true);
    expect(site?.read_only).toBe(true);
    const kept = [site, database].flatMap((service) => service?.volumes ?? []).map((line) => line.split(":")[0] ?? "");
    expect(kept.toSorted()).toEqual(Object.keys(volumes).toSorted());
    // The programs that make backups are those of Debian 12, which go with this release.
    expect(database?.image).toContain("postgres:15-bookworm");
    expect(read("deploy/Containerfile")).toContain("bookworm");
  });
});

test("npm run sbom and npm run licences name each package, with its licence", () => {
  const run = (name: string) => spawnSync("npm", ["run", "--silent", name], { encoding: "utf8" }).stdout;
  const { bomFormat, components } = JSON.parse(run("sbom")) as {
    bomFormat: string;
    components: { name: string; version: string }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
  const named = new Set(components.map(({ name }) => name));
  expect(Object.keys(dependencies).filter((name) => !named.has(name))).toEqual([]);
  const licences = run("licences");
  expect(components.filter(({ name, version }) => !licences.includes(`  ${name} ${version}\n`))).toEqual([]);
  expect(licences).not.toMatch(/^(?:UNLICENSED|A?GPL)/m);
  // Its licence (MIT) stands in its own documentation alone.
  expect(licences).toContain("not said (1)\n  seq-queue ");
});
