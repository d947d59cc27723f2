import { expect, test } from "vitest";
import { routeOf } from "@/server/observed";

test.each([
  ["GET", "/", "page"],
  ["GET", "/figures/abc", "page"],
  ["GET", "/_late/x?of=%2F", "page"],
  ["GET", "/search?q=a", "search"],
  ["GET", "/fonts/a.woff2", "static"],
  ["GET", "/api/v1/figures.csv?metric=a", "download"],
  ["GET", "/api/v1/figures/abc", "api"],
  ["PATCH", "/api/v1/figures/abc", "save"],
  ["POST", "/api/v1/imports", "import"],
  ["POST", "/api/auth/sign-in", "sign-in"],
  ["GET", "/invite/secret", "sign-in"],
  ["GET", "/admin/figures", "editors"],
  ["GET", "/api/health", "operation"],
  ["GET", "http://localhost/x", "page"],
])("%s %s is counted as %s", (method, address, route) => {
  expect(routeOf(method, address)).toBe(route);
});
