import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Files that git tracks or would track, as paths from the root, with what they hold. */
export function projectFiles(): readonly string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  return list.split("\n").filter((file) => file !== "" && existsSync(file));
}

export const isCode = (file: string) => /\.(?:ts|tsx|mjs|js)$/.test(file);
export const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith("tests/");

const STATIC = /(?:^|\n)\s*(?:import|export)\s(?:[^;'"`]*?\sfrom\s)?\s*["']([^"']+)["']/g;
const DYNAMIC = /\b(?:import|require)\(\s*["']([^"']+)["']\s*\)/g;

/** What a module imports, exports from or loads later, as written. Types count: a closed door is closed to them too. */
export function importsOf(code: string): readonly string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'])\/\/[^\n]*/g, "$1");
  return [...bare.matchAll(STATIC), ...bare.matchAll(DYNAMIC)].map((match) => match[1] ?? "");
}

/** A project import as a path from the root without its ending; null for a package. */
export function resolveImport(from: string, specifier: string): string | null {
  const target = specifier.replace(/\.ts$/, "");
  if (target.startsWith("@/")) return target.slice(2);
  if (target.startsWith(".")) return path.posix.join(path.posix.dirname(from), target);
  return null;
}

export function read(file: string): string {
  return readFileSync(file, "utf8");
}
