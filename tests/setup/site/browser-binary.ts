import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Opens a browser: the one that CHROMIUM_PATH names, else the system's, else the one that comes from npm. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  return chromium.launch({ executablePath: own ?? (await packedBrowser()), args: FLAGS });
}

/** The browser inside an npm package, with the libraries that it brings for machines that lack them. */
async function packedBrowser(): Promise<string> {
  const { default: packed, inflate, setupLambdaEnvironment } = await import("@sparticuz/chromium");
  const libraries = path.join(path.dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../../bin");
  await inflate(path.join(libraries, "al2023.tar.br"));
  setupLambdaEnvironment(path.join(tmpdir(), "al2023/lib"));
  return packed.executablePath();
}
