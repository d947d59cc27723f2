import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
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

/** Where the browser that comes from npm runs. It is the same for everybody, and takes half the time of a system's, which draws for a screen. */
const IS_PACKED_FOR_US = process.platform === "linux" && process.arch === "x64";

/** Opens a browser: the one that CHROMIUM_PATH names, else the one that comes from npm, else the system's. */
export async function openBrowser(): Promise<Browser> {
  const system = IS_PACKED_FOR_US ? undefined : SYSTEM_BROWSERS.find((path) => existsSync(path));
  const own = process.env.CHROMIUM_PATH ?? system;
  if (own !== undefined) return chromium.launch({ executablePath: own, args: FLAGS });
  const folder = await unpackedBrowser();
  // The libraries and fonts that it brings for machines that lack them.
  const env = {
    FONTCONFIG_PATH: path.join(folder, "fonts"),
    ...process.env,
    LD_LIBRARY_PATH: [path.join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
  };
  return chromium.launch({ executablePath: path.join(folder, "chromium"), args: FLAGS, env });
}

const PACKAGE = path.join(path.dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
/** Unpacks the browser into the folder for temporary files, which is the only place the package knows. */
const UNPACK = `
  import chromium, { inflate } from "@sparticuz/chromium";
  await Promise.all([chromium.executablePath(), inflate(process.argv[1])]);`;

const fontList = (fonts: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`;

/** The folder with the browser of the npm package, unpacked where it was not yet: it appears there whole or not at all. */
async function unpackedBrowser(): Promise<string> {
  const { version } = JSON.parse(await readFile(`${PACKAGE}/package.json`, "utf8")) as { version: string };
  const folder = path.resolve(`node_modules/.cache/chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const own = await mkdtemp(`${folder}.`);
  try {
    const env = { ...process.env, TMPDIR: own };
    await promisify(execFile)(process.execPath, ["--input-type=module", "-e", UNPACK, `${PACKAGE}/bin/al2023.tar.br`], {
      env,
    });
    // Its own list of fonts names the folder for temporary files.
    await writeFile(path.join(own, "fonts/fonts.conf"), fontList(path.join(folder, "fonts")));
    await rename(own, folder);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    // Another process was quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
