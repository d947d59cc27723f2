import "server-only";
import { spawn } from "node:child_process";
import { projectRoot } from "@/lib/env";

/** A script of the project that runs beside the site. */
export interface RunningScript {
  /** Asks it to stop; it then ends by itself. */
  cancel(): void;
  /** Its exit code; null when something else ended it. */
  readonly ended: Promise<number | null>;
}

/** Little enough that the site keeps its memory; the collector works a little more for it. */
const MEMORY = ["--max-old-space-size=192", "--max-semi-space-size=8"];

/**
 * Starts a script in a process of its own, so that the pages of the site stay quick whatever it does. It sends messages by
 * process.send; it ends by itself when this process does, since its channel closes then.
 */
export function startScript(
  script: string,
  args: readonly string[],
  onMessage: (message: unknown) => void,
): RunningScript {
  const flags = [...MEMORY, "--conditions=react-server", "--import", "tsx"];
  const child = spawn(process.execPath, [...flags, script, ...args], {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("message", onMessage);
  const ended = new Promise<number | null>((resolve) => {
    child.on("error", () => resolve(null));
    // The channel closes after the last message was read.
    child.on("close", (code) => resolve(code));
  });
  return {
    cancel: () => {
      if (child.connected) child.send("cancel");
    },
    ended,
  };
}
