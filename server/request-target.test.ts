import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { readTarget } from "@/server/request-target";

const HOSTS = new Set(["localhost", "figures.example.org"]);

function read(url: string, host = "localhost:3000", more: readonly string[] = []) {
  const request = { url, headers: { host }, rawHeaders: ["Host", host, ...more] } as unknown as IncomingMessage;
  return readTarget(request, HOSTS);
}

describe("is read as it stands", () => {
  test.each([
    ["/", { path: "/", query: "" }],
    ["/?", { path: "/", query: "" }],
    ["/metrics/a%20b", { path: "/metrics/a%20b", query: "" }],
    ["/?a=b?c", { path: "/", query: "?a=b?c" }],
    ["/search?q=../..//x%2e", { path: "/search", query: "?q=../..//x%2e" }],
    ["http://localhost:3000/metrics?a=1", { path: "/metrics", query: "?a=1" }],
    ["HTTP://LOCALHOST:3000", { path: "/", query: "" }],
  ])("%s", (url, target) => expect(read(url)).toEqual(target));
});

describe("is refused", () => {
  test.each([
    ["/api/../metrics", 400],
    ["/api/%2e%2e/metrics", 400],
    ["/api/.%2E/metrics", 400],
    ["/api/..", 400],
    ["/./metrics", 400],
    ["/api/..\\", 400],
    ["/\\metrics", 400],
    ["/\\[", 400],
    ["/\\a:99999999", 400],
    ["/\\%00", 400],
    ["/metrics#a", 400],
    ["/metrics?a#b", 400],
    ["/a%00b", 400],
    ["/a%0d%0ab", 400],
    ["/fonts%2f..%2fmetrics", 400],
    ["/a%5cb", 400],
    ["/a<b", 400],
    ["/\u00e9", 400],
    ["/%E0%A4%A", 400],
    ["*", 400],
    ["metrics", 400],
    ["localhost:3000", 400],
    ["", 400],
    ["http://", 400],
    ["http://[/x", 400],
    ["http://a:99999/", 400],
    ["http://%00/", 400],
    ["foo://x", 400],
    ["https://a%20b/", 400],
    ["http://localhost:3000/a/../b", 400],
    ["http://localhost:3001/", 400],
    ["http://figures.example.org/", 400],
    ["http://me@localhost:3000/", 400],
    [`/${"a".repeat(8000)}`, 414],
  ])("%s", (url, status) => expect(read(url)).toMatchObject({ status }));

  test.each([
    ["", 421],
    ["evil.example", 421],
    ["localhost.evil.example", 421],
    ["localhost@evil.example", 421],
    ["evil.example#localhost", 421],
    ["localhost/evil.example", 421],
    ["evil@localhost", 421],
  ])("for the host %s", (host, status) => expect(read("/", host)).toMatchObject({ status }));

  test("with two Host lines, even the same", () => {
    expect(read("/", "localhost", ["host", "localhost"])).toMatchObject({ status: 400, code: "two_hosts" });
  });
});

test.each([
  ["//", "/"],
  ["//metrics//", "/metrics"],
  ["/metrics/?page=2", "/metrics?page=2"],
  ["//evil.example/x", "/evil.example/x"],
])("%s is sent on to %s", (url, location) => {
  expect(read(url)).toMatchObject({ status: 308, headers: { location } });
});
