import { spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { impersonal } from "@/lib/log";

/** What a script that logs writes to the standard error, which is a pipe as under a supervisor, or a file that is given. */
function logging(code: string, stderr: "pipe" | number = "pipe") {
  const script = `import { logEvent } from "./lib/log.ts"; ${code}`;
  const args = ["--import", "tsx", "--input-type=module", "-e", script];
  return spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", stderr] });
}

describe("one event is one line (T33)", () => {
  const HOSTILE = JSON.stringify('a\n{"level":"error"}\r\n\u001b[31mred\u001b[0m\u009b\u2028\u202e\u0000\ud800');

  test("of JSON, whatever is in it, and below 2,000 bytes however long it is", () => {
    const { stderr } = logging(
      `logEvent("error", "One", { detail: ${HOSTILE} + "\\u0001é漢".repeat(300_000), request: "r" });
       logEvent("warn", "Two", { detail: new Error(${HOSTILE}) });`,
    );
    const lines = stderr.split("\n");
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThan(2000 + 1);
    // No control character reaches a terminal.
    expect(stderr.replaceAll("\n", "")).toMatch(/^[^\p{Cc}\p{Zl}\p{Bidi_C}]*$/u);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "error", event: "One", request: "r", time: expect.stringMatching(/^\d{4}-.*Z$/) },
      { level: "warn", event: "Two" },
    ]);
  });

  test("each cause once a second, and the next line says how many were left out (T87)", () => {
    const { stderr } = logging(
      `const say = (cause) => logEvent("error", cause);
       for (let n = 0; n < 1000; n += 1) say("Often");
       say("Other");
       setTimeout(() => say("Often"), 1100);`,
    );
    const events = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ event, leftOut }) => [event, leftOut])).toEqual([
      ["Often", undefined],
      ["Other", undefined],
      ["Often", 999],
    ]);
  });
});

test("a log that cannot be written is counted and stops nothing (T56)", ({ skip }) => {
  if (process.platform !== "linux") skip("there is no device that is always full");
  const full = openSync("/dev/full", "w");
  const { stdout, status } = logging(
    `for (const n of [1, 2]) logEvent("error", "Event " + n); console.log("goes on");`,
    full,
  );
  expect([status, stdout]).toEqual([0, "goes on\n"]);
});

test.each([
  ["mail to Jo.Doe+x@mail.example.org now", "mail to [e-mail] now"],
  ["connect ECONNREFUSED 192.0.2.17:5432", "connect ECONNREFUSED [address]:5432"],
  ["from ::ffff:7f00:1 and 2001:db8::1", "from [address] and [address]"],
  ["/search?q=somebody: failed", "/search?… failed"],
  ["/metrics/unicorns: the app answered 500 at 12:30:05", "/metrics/unicorns: the app answered 500 at 12:30:05"],
])("nothing in the log tells of a person: %s", (text, logged) => {
  expect(impersonal(text)).toBe(logged);
});
