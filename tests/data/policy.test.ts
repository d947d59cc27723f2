import { expect, inject, test } from "vitest";
import { POLICY } from "@/lib/auth/policy";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

test("every route and page outside (public) has its row in lib/auth/policy.ts, with just its methods (T14)", async () => {
  const closed = inject("templates").routes.filter(({ file }) => !file.includes("/app/(public)/"));
  const offered = closed.map(async ({ route, file }) => {
    const isPage = /\/page\.\w+$/.test(file);
    const module: object = isPage ? { GET: null } : await import(/* @vite-ignore */ file);
    return `${route} ${METHODS.filter((method) => method in module)
      .sort()
      .join(" ")}`;
  });
  const inPolicy = POLICY.map(({ route, methods }) => `${route} ${Object.keys(methods).sort().join(" ")}`);
  expect(inPolicy.toSorted()).toEqual((await Promise.all(offered)).toSorted());
});
