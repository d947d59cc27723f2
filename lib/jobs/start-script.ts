import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { isBuiltSite, projectRoot } from "@/lib/env";

/** A script of the project that runs beside the site. */
export interface RunningScript {
  /** Asks it to stop; it then ends by itself. */
  cancel(): void;
  /** Ends it at once, whatever it does. */
  kill(): void;
  /** How it ended: by itself (with a code), or by a signal: SIGABRT where it needed more memory than it may have. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Little enough that the site keeps its memory; the collector works a little more for it. */
const MEMORY = ["--max-old-space-size=192", "--max-semi-space-size=8"];

const kept = globalThis as { footnoteScripts?: Set<ChildProcess> };

/** Scripts that run; none outlives the site. */
function running(): Set<ChildProcess> {
  if (kept.footnoteScripts === undefined) {
    const scripts = new Set<ChildProcess>();
    kept.footnoteScripts = scripts;
    process.once("exit", () => {
      for (const script of scripts) script.kill("SIGKILL");
    });
  }
  return kept.footnoteScripts;
}

/** What the build made of a script, which begins to work in a third of the time; the script itself where there is none. */
function fileOf(script: string): readonly string[] {
  const built = path.join(projectRoot, ".next", script.replace(/\.ts$/, ".mjs"));
  return isBuiltSite && existsSync(built) ? [built] : ["--import", "tsx", script];
}

/**
 * Starts a script in a process of its own, so that the pages of the site stay quick whatever it does. It sends messages by
 * process.send; it ends when this process does: by itself, since its channel closes then, or by force.
 */
export function startScript(
  script: string,
  args: readonly string[],
  onMessage: (message: unknown) => void,
): RunningScript {
  const flags = [...MEMORY, "--conditions=react-server", ...fileOf(script)];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  running().add(child);
  child.on("message", onMessage);
  const ended = new Promise<Awaited<RunningScript["ended"]>>((resolve) => {
    child.on("error", () => resolve({ code: null, signal: null }));
    // The channel closes after the last message was read.
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  void ended.then(() => running().delete(child));
  return {
    cancel: () => {
      if (child.connected) child.send("cancel");
    },
    kill: () => child.kill("SIGKILL"),
    ended,
  };
}
