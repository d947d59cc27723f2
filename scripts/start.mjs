import { build, generate, install, main, makeDriver, prepare, readSettings, run, scriptFlags } from "./set-up.mjs";

await main(async () => {
  console.log("Footnote");
  await install();
  readSettings();
  // The pages are rendered when they are asked for, so the build needs neither a database nor its driver.
  const driver = makeDriver();
  await Promise.all([generate().then(() => Promise.all([driver.then(prepare), build()])), driver]);
  await run(process.execPath, [...scriptFlags.slice(1), "scripts/serve.ts"], {
    quiet: false,
    env: { NODE_ENV: "production" },
  });
});
