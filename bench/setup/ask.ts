import { type Agent, get } from "node:http";

/** An answer: its text, and milliseconds until it was whole. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** As it was sent. */
  readonly bytes: number;
  readonly ms: number;
}

/** Asks for an address of a running site, in a coding ("br", "gzip", "identity": only of that last one the text can be read). */
export function ask(url: string, coding: string, agent?: Agent, headers: object = {}): Promise<Answer> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": coding, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const ms = performance.now() - from;
        resolve({ status: response.statusCode ?? 0, text: body.toString(), bytes: body.length, ms });
      });
    }).on("error", reject);
  });
}

/** The value that a share of some numbers does not exceed: 0.99 for p99. 0 of none. Sorts them. */
export function percentile(numbers: number[], share: number): number {
  numbers.sort((a, b) => a - b);
  return numbers[Math.floor((numbers.length - 1) * share)] ?? 0;
}
