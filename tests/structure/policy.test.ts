import { expect, test } from "vitest";
import { POLICY } from "@/lib/auth/policy";
import { projectFiles, read } from "./source-files";

const METHOD = /^export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm;

/** The address of a route file or a page; groups such as (public) are not part of it. */
function routeOf(file: string): string {
  const folders = file.split("/").slice(1, -1);
  return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
}

function offered(code: string): readonly string[] {
  return [...code.matchAll(METHOD)].map(([, name = ""]) => name);
}

/** Every route file and every page that is not public by its place, with its methods. */
function routes(): readonly (readonly [string, readonly string[]])[] {
  const files = projectFiles();
  const handlers = files.filter((file) => /^app\/.*route\.tsx?$/.test(file));
  const pages = files.filter((file) => /^app\/(?!\(public\)\/).*page\.tsx$/.test(file));
  return [
    ...handlers.map((file) => [routeOf(file), offered(read(file))] as const),
    ...pages.map((file) => [routeOf(file), ["GET"]] as const),
  ];
}

test("every route and page outside (public) has its row in lib/auth/policy.ts, with just its methods", () => {
  const inCode = routes().map(([route, methods]) => `${route} ${[...methods].sort().join(" ")}`);
  const inPolicy = POLICY.map(({ route, methods }) => `${route} ${Object.keys(methods).sort().join(" ")}`);
  expect(inPolicy.toSorted()).toEqual(inCode.toSorted());
});

test("no page of (public) and no layout asks who is asking: what is remembered must not depend on it", () => {
  const files = projectFiles().filter((file) => /^app\/(?:\(public\)\/.*|layout\.tsx)/.test(file));
  expect(files.filter((file) => /lib\/auth|next\/headers/.test(read(file)))).toEqual([]);
});

test("every page of the editors and every handler that may refuse asks who is asking", () => {
  const closed = POLICY.filter(({ methods }) => Object.values(methods).some((who) => who !== "anyone"));
  const silent = projectFiles()
    .filter(
      (file) => /^app\/.*(?:route\.tsx?|page\.tsx)$/.test(file) && closed.some(({ route }) => route === routeOf(file)),
    )
    .filter((file) => !/from "@\/lib\/(?:auth\/admit|api\/(?:account-)?handlers)"/.test(read(file)));
  expect(silent).toEqual([]);
});
