import { generate, install, main, makeDriver, prepare, readSettings, run } from "./set-up.mjs";

await main(async () => {
  await install();
  await Promise.all([makeDriver(), generate()]);
  readSettings();
  await prepare();
  await run(process.execPath, ["node_modules/next/dist/bin/next", "dev", "--port", process.env.PORT ?? "3000"], {
    quiet: false,
  });
});
