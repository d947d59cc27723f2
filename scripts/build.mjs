// Makes everything that a start needs and changes no data: then npm start runs without writing in the folder of the project.
import { build, checkPages, generate, install, main, makeDriver } from "./set-up.mjs";

await main(async () => {
  await install();
  await Promise.all([makeDriver(), generate().then(build)]);
  await checkPages();
});
