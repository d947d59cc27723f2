import { build } from "esbuild";

/**
 * Makes one file of a script and everything of ours that it imports; packages stay where they are installed. Finding and compiling hundreds of files
 * one by one is most of what the start of a script costs. `more` are further settings of esbuild.
 */
export async function bundleScript(script, file, more = {}) {
  await build({
    ...{ entryPoints: [script], outfile: file, bundle: true, platform: "node", format: "esm" },
    ...{ packages: "external", conditions: ["react-server"], logLevel: "warning" },
    ...more,
  });
}
