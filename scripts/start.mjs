import {
  build,
  checkPages,
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

// With an arena for each thread, glibc keeps some 80 MB more that compressing pages has used.
const SERVING = { NODE_ENV: "production", MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2" };

await main(async () => {
  console.log("Footnote");
  readSettings();
  await checkPort();
  await install();
  // The pages are rendered when they are asked for, so the build needs neither a database nor its driver.
  const driver = makeDriver();
  await Promise.all([generate().then(() => Promise.all([driver.then(prepare), build()])), driver]);
  await checkPages();
  await serve([...scriptFlags.slice(1), "server/serve.ts"], SERVING);
});
