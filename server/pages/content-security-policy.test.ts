import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { policiesLike } from "@/server/pages/content-security-policy";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The sources that a policy names for a directive, on a site whose own scripts stand in `model`. */
function sourcesFor(directive: string, html: string, model = html): readonly string[] {
  const found = policiesLike(model)(html)
    .split("; ")
    .find((part) => part.startsWith(`${directive} `));
  return found?.split(" ").slice(1) ?? [];
}

test("inline scripts and styles are allowed by what they are, each once", () => {
  const html = "<style>a{}</style><script>go()</script><script async>go()</script><script>stay()</script>";
  expect(sourcesFor("script-src", html)).toEqual(["'self'", hashOf("go()"), hashOf("stay()")]);
  expect(sourcesFor("style-src", html)).toEqual(["'self'", hashOf("a{}")]);
});

test("scripts with an address and data that never runs need no hash", () => {
  const html = '<script src="/a.js"></script><script type="application/ld+json">{"a":1}</script>';
  expect(sourcesFor("script-src", html)).toEqual(["'self'"]);
});

const logged = vi.spyOn(log(), "warn").mockReturnValue();
afterEach(() => logged.mockClear());

test("a script that got into a page by its text may not run, and that is logged (T27)", () => {
  const own = "<script>go()</script>";
  for (const foreign of [
    "alert(1)",
    "go();alert(1)",
    "self.__next_f.push(alert(1))",
    'self.__next_f.push([1,"a"]);alert(1)',
  ]) {
    expect([foreign, sourcesFor("script-src", `${own}<script>${foreign}</script>`, own)]).toEqual([
      foreign,
      ["'self'", hashOf("go()")],
    ]);
  }
  expect(logged).toHaveBeenCalledOnce();
});

test("the framework's data may run, whatever it says", () => {
  const data = 'self.__next_f.push([1,"a \\u003cscript\\u003e [2,\\"b\\"]"])';
  expect(sourcesFor("script-src", `<script>${data}</script>`, "")).toEqual(["'self'", hashOf(data)]);
  expect(logged).not.toHaveBeenCalled();
});

test("nothing is allowed from elsewhere, in any directive", () => {
  expect(sourcesFor("default-src", "")).toEqual(["'none'"]);
  expect(policiesLike("<script>go()</script>")("<script>go()</script>")).not.toMatch(
    /https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/,
  );
});
