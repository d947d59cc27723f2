import { Worker } from "node:worker_threads";

/** A picture that is finished from what the app draws. */
export interface Picture {
  /** The address at which the app draws it. */
  readonly source: string;
  readonly format: "svg" | "png";
  /** px for each px of the drawing: 1 or 2; a drawing has none. */
  readonly scale: number;
}

const PICTURE = /^((?:\/(?:charts|metrics)\/[^/?]+\/chart|\/card)\.)(svg|png)(?=\?|$)/;

/** The picture that stands at an address; null where none does. */
export function pictureAt(address: string): Picture | null {
  const found = PICTURE.exec(address);
  if (found === null) return null;
  const [start, name, format] = found;
  const scale = new URLSearchParams(address.slice(start.length)).get("scale") === "2" ? 2 : 1;
  return { source: `${name}svg${address.slice(start.length)}`, format: format as Picture["format"], scale };
}

/** How long the thread waits for another picture before it ends, ms: its fonts need not be held where nobody draws. */
const IDLE_MS = 60_000;

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** The thread that finishes pictures: it begins with the first, and never keeps the process from ending. */
export class PictureThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #last = 0;
  #idle: NodeJS.Timeout | undefined;

  /** The bytes of a picture that the app drew as SVG text. */
  finish(svg: string, { format, scale }: Picture): Promise<Buffer> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, svg, format, scale });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./picture-worker.mjs", import.meta.url), { execArgv: [] });
    worker.unref();
    worker.on("message", ({ id, bytes, problem }: { id: number; bytes?: Uint8Array; problem?: string }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (bytes !== undefined) waiting?.resolve(Buffer.from(bytes));
      else waiting?.reject(new Error(`A picture could not be drawn: ${problem}`));
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#end(worker), IDLE_MS).unref();
    });
    const ended = (error: unknown) => this.#end(worker, error);
    return worker.once("error", ended).once("exit", ended);
  }

  #end(worker: Worker, error: unknown = null): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new Error(`The thread of pictures ended: ${error}`));
    this.#waiting.clear();
    void worker.terminate();
  }
}
