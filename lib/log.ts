/** The log of the program: JSON lines on the standard error, or sentences where that is a terminal. What people are told of a start is not in it. */
import { writeSync } from "node:fs";
import { isIP } from "node:net";
import { isatty } from "node:tty";
import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

type Level = "error" | "warn" | "info" | "debug";

/** What is known of an event besides its cause. */
export interface EventDetails {
  /** An error, or what it says. What could tell of a person is taken out, and the rest cut. */
  readonly detail?: unknown;
  /** The number of the request that met it, as its answer has it (X-Request-Id). */
  readonly request?: string | null;
}

/** A cause is told at most once in this time, in milliseconds. */
const PAUSE_MS = 1000;
/** Causes that are remembered at most. */
const MOST_CAUSES = 100;
/** Longest detail, in bytes of JSON: with what stands around it a line stays below 2,000. */
const LONGEST_DETAIL = 1500;
const STANDARD_ERROR = 2;

const told = new Map<string, { readonly at: number; left: number }>();
/** Lines that could not be written since the last that could. */
let lost = 0;
let logger: Logger | null = null;

/** The logger of this thread, for lines that are asked for one by one (LOG_LEVEL=debug). */
export function log(): Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: "event",
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => (lost > 0 ? { lost } : {}),
    },
    { write },
  );
  return logger;
}

/** One line in the log, at most one a second for each cause; the next one says how many were left out. `cause` is a sentence of ours. */
export function logEvent(level: Level, cause: string, { detail, request }: EventDetails = {}): void {
  const now = performance.now();
  const last = told.get(cause);
  if (last !== undefined && now - last.at < PAUSE_MS) {
    last.left += 1;
    return;
  }
  if (told.size >= MOST_CAUSES) told.clear();
  told.set(cause, { at: now, left: 0 });
  const fields = {
    ...(detail === undefined ? {} : { detail: cut(impersonal(textOf(detail)).replace(UNESCAPED, " ")) }),
    ...(request === undefined || request === null ? {} : { request }),
    ...(last !== undefined && last.left > 0 ? { leftOut: last.left } : {}),
  };
  log()[level](fields, cause);
}

/** A line goes out whole and at once. Where it cannot (a full disk, a pipe that nobody reads) the program goes on, and the next line says how many were lost. */
function write(line: string): void {
  try {
    writeSync(STANDARD_ERROR, isatty(STANDARD_ERROR) ? sentence(line) : line);
    lost = 0;
  } catch {
    lost += 1;
  }
}

/** A line of the log for people at a terminal. */
function sentence(line: string): string {
  const { event, detail, leftOut, level, time, pid, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const more = leftOut === undefined ? "" : ` (and ${leftOut} more like it)`;
  const said = detail === undefined ? "" : `: ${JSON.stringify(detail).slice(1, -1)}`;
  const others = Object.entries(rest).map(([name, value]) => `, ${name} ${value}`);
  return `${event}${more}${said}${others.join("")}\n`;
}

function textOf(detail: unknown): string {
  return detail instanceof Error ? (detail.stack ?? detail.message) : String(detail);
}

const EMAIL = /[^\s@"'<>()]{1,64}@[^\s@"'<>()]{1,255}/g;
const IPV4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
const MAYBE_IPV6 = /(?<![\da-f])[\da-f]{0,4}:[\da-f:.]{0,40}[\da-f]/gi;
/** What was asked of an address: it has what people searched for. */
const QUERY = /(?<=\/[^\s?"']{0,200})\?[^\s"')]+/g;

/** What JSON leaves as it is and a terminal or a reader of lines takes for more than a sign. */
const UNESCAPED = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A text without what could tell of a person: e-mail addresses, network addresses, queries. */
export function impersonal(text: string): string {
  return text
    .slice(0, 10 * LONGEST_DETAIL)
    .replace(QUERY, "?…")
    .replace(EMAIL, "[e-mail]")
    .replace(IPV4, "[address]")
    .replace(MAYBE_IPV6, (found) => (isIP(found) === 6 ? "[address]" : found));
}

/** A text of a length that holds as JSON, whatever signs it is made of. */
function cut(text: string): string {
  let left = text.slice(0, LONGEST_DETAIL);
  while (Buffer.byteLength(JSON.stringify(left)) > LONGEST_DETAIL) left = left.slice(0, Math.floor(left.length * 0.8));
  return left === text ? text : `${left}…`;
}
