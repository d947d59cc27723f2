import { build, generate, install, main, prepare, readSettings, run, scriptFlags } from "./set-up.mjs";

await main(async () => {
  console.log("Footnote");
  await install();
  await generate();
  readSettings();
  // The pages are rendered when they are asked for, so the build needs no database.
  await Promise.all([prepare(), build()]);
  await run(process.execPath, [...scriptFlags.slice(1), "scripts/serve.ts"], {
    quiet: false,
    env: { NODE_ENV: "production" },
  });
});
