import {
  build,
  checkPort,
  generate,
  install,
  main,
  makeDriver,
  prepare,
  readSettings,
  scriptFlags,
  serve,
} from "./set-up.mjs";

await main(async () => {
  console.log("Footnote");
  readSettings();
  await checkPort();
  await install();
  // The pages are rendered when they are asked for, so the build needs neither a database nor its driver.
  const driver = makeDriver();
  await Promise.all([generate().then(() => Promise.all([driver.then(prepare), build()])), driver]);
  await serve([...scriptFlags.slice(1), "scripts/serve.ts"], { NODE_ENV: "production" });
});
