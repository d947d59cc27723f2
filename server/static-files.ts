import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import send from "send";
import { acceptedCoding } from "@/server/send-response";

const CODINGS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: () => createGzip({ level: 9 }),
} as const;

type Coding = keyof typeof CODINGS;

/** Files that are worth compressing, with their types; fonts are compressed already. */
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};
const SMALLEST = 512;

const FOLDERS = [
  { prefix: "/_next/static/", folder: ".next/static" },
  { prefix: "/fonts/", folder: "public/fonts" },
] as const;

/** Whether a path is one of files that change their address when they change. */
export function isStatic(path: string): boolean {
  return FOLDERS.some(({ prefix }) => path.startsWith(prefix));
}

/**
 * Writes the compressed forms of a project's static files beside them, once. Where that cannot be done (a folder that is only
 * read) they are sent as they are.
 */
export async function compressStatic(root: string): Promise<void> {
  for (const { folder } of FOLDERS) {
    const names = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
    await Promise.all(names.map((name) => compressFile(path.join(root, folder, name)).catch(() => undefined)));
  }
}

async function compressFile(file: string): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  if (TYPES[path.extname(file)] === undefined || size < SMALLEST) return;
  for (const coding of Object.keys(CODINGS) as Coding[]) {
    const made = await stat(`${file}.${coding}`).catch(() => null);
    if (made !== null && made.mtimeMs >= mtimeMs) continue;
    const unfinished = `${file}.${coding}.${process.pid}`;
    try {
      await pipeline(createReadStream(file), CODINGS[coding](), createWriteStream(unfinished));
      await rename(unfinished, `${file}.${coding}`);
    } finally {
      await rm(unfinished, { force: true });
    }
  }
}

/** Sends a static file of a project from the disk; false where there is none. */
export function sendStatic(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
): Promise<boolean> {
  const { prefix, folder } = FOLDERS.find((place) => address.startsWith(place.prefix)) ?? FOLDERS[0];
  const name = address.slice(prefix.length);
  const type = TYPES[path.extname(name)];
  const there = (Object.keys(CODINGS) as Coding[]).filter((coding) =>
    existsSync(path.join(root, folder, `${decodeURIComponent(name)}.${coding}`)),
  );
  const coding = acceptedCoding(request, there) ?? "identity";
  return new Promise((resolve) => {
    send(request, coding === "identity" ? name : `${name}.${coding}`, {
      root: path.join(root, folder),
      dotfiles: "deny",
      index: false,
      immutable: true,
      maxAge: "1y",
      acceptRanges: false,
    })
      .on("headers", () => {
        if (type !== undefined) response.setHeader("content-type", type).setHeader("vary", "Accept-Encoding");
        if (coding !== "identity") response.setHeader("content-encoding", coding);
      })
      .on("directory", () => resolve(false))
      .on("error", () => {
        if (response.headersSent) response.destroy();
        else resolve(false);
      })
      .pipe(response);
    response.once("close", () => resolve(true));
  });
}
