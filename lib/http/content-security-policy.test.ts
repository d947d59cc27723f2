import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The sources that a policy names for a directive. */
function sourcesFor(directive: string, html: string): readonly string[] {
  const found = contentSecurityPolicy(html)
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

test("nothing is allowed from elsewhere, in any directive", () => {
  expect(sourcesFor("default-src", "")).toEqual(["'none'"]);
  expect(contentSecurityPolicy("<script>go()</script>")).not.toMatch(
    /https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/,
  );
});
