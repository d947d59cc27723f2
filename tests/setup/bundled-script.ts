import { symlinkSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/**
 * Makes one file of a script and everything of ours that it imports, in `folder`; answers the arguments that start it with Node.
 * Reading a hundred files is most of what a start costs, and a test that kills again and again would pay it each time.
 */
export async function bundledScript(script: string, folder: string): Promise<readonly string[]> {
  const file = path.join(folder, `${path.basename(script, ".ts")}.mjs`);
  await build({
    entryPoints: [script],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "server-only": path.resolve("tests/setup/empty.ts") },
  });
  // What is installed is looked for beside the file.
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
  return ["--conditions=react-server", file];
}
