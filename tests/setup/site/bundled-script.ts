import { existsSync, symlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { bundleScript } from "@/scripts/bundle-script.mjs";

/** What a module asks about its own place is answered as if it were not bundled. */
const ownPlaces: Plugin = {
  name: "own-places",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](?:lib|prisma|scripts|server)[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, "utf8"))
        .replaceAll("import.meta.dirname", JSON.stringify(path.dirname(file)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href)),
      loader: "ts",
    })),
};

/**
 * Makes one file of a script and everything of ours that it imports, in `folder`; answers the arguments that start it with Node.
 * Reading a hundred files is most of what a start costs, and a test that starts it again and again would pay it each time.
 */
export async function bundledScript(script: string, folder: string): Promise<readonly string[]> {
  const file = path.join(folder, `${path.basename(script, ".ts")}.mjs`);
  const alias = { "server-only": path.resolve("tests/setup/empty.ts") };
  await bundleScript(script, file, { alias, plugins: [ownPlaces] });
  // What is installed is looked for beside the file.
  const installed = path.join(folder, "node_modules");
  if (!existsSync(installed)) symlinkSync(path.resolve("node_modules"), installed);
  return ["--conditions=react-server", file];
}
