import { expect, test } from "vitest";
import { importsOf, isCode, projectFiles, read, resolveImport } from "./source-files";

type Graph = ReadonlyMap<string, readonly string[]>;

const files = projectFiles().filter(isCode);

/** Files by what they import, types included: who reads one file of a circle has to read them all. */
function graphOf(paths: readonly string[], code: (file: string) => string): Graph {
  const known = new Map(
    paths.flatMap((file) => [file, file.replace(/\.\w+$/, "")].map((name) => [name, file] as const)),
  );
  return new Map(
    paths.map((file) => [
      file,
      importsOf(code(file)).flatMap((specifier) => known.get(resolveImport(file, specifier) ?? "") ?? []),
    ]),
  );
}

/** One way round for each place that a walk through the graph comes back to, from its first name: "a -> b -> a". */
function circlesIn(graph: Graph): readonly string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (name: string, way: readonly string[]) => {
    const at = way.indexOf(name);
    if (at !== -1) circles.push(fromFirst(way.slice(at)));
    if (at !== -1 || done.has(name)) return;
    for (const next of graph.get(name) ?? []) walk(next, [...way, name]);
    done.add(name);
  };
  for (const name of graph.keys()) walk(name, []);
  return circles;
}

function fromFirst(round: readonly string[]): string {
  const start = round.indexOf([...round].sort()[0] ?? "");
  return [...round.slice(start), ...round.slice(0, start), round[start]].join(" -> ");
}

/** Rooms of lib by the rooms that their files import from, tests left out. */
function rooms(graph: Graph): Graph {
  const roomOf = (file: string) => /^lib\/(?:data\/)?[^/.]+/.exec(file)?.[0];
  const doors = new Map<string, string[]>();
  for (const [file, targets] of graph) {
    const room = roomOf(file);
    if (room === undefined || /\.test\.tsx?$/.test(file)) continue;
    const others = targets.flatMap((target) => roomOf(target) ?? []).filter((other) => other !== room);
    doors.set(room, [...new Set([...(doors.get(room) ?? []), ...others])]);
  }
  return doors;
}

test("no file imports itself by way of others", () => {
  expect(circlesIn(graphOf(files, read))).toEqual([]);
});

test("no room of lib imports from itself by way of others", () => {
  const doors = rooms(graphOf(files, read));
  expect(doors.size).toBeGreaterThan(5);
  expect(circlesIn(doors)).toEqual([]);
});

test("a circle would be caught, also one of types only", () => {
  const code: Readonly<Record<string, string>> = {
    "lib/a/one.ts": 'import { two } from "@/lib/b/two";',
    "lib/b/two.ts": 'import type { Three } from "../c/three";',
    "lib/c/three.tsx": 'const one = await import("@/lib/a/one");',
    "lib/c/four.ts": 'import { one } from "@/lib/a/one";',
  };
  const graph = graphOf(Object.keys(code), (file) => code[file] ?? "");
  expect(circlesIn(graph)).toEqual(["lib/a/one.ts -> lib/b/two.ts -> lib/c/three.tsx -> lib/a/one.ts"]);
  expect(circlesIn(rooms(graph))).toEqual(["lib/a -> lib/b -> lib/c -> lib/a"]);
});
