// Lists the packages that run, build and test the site, by licence: npm run licences. They are those of npm run sbom.
import { main, run } from "../set-up.mjs";

await main(async () => {
  const { components } = JSON.parse(await run("npm", ["run", "--silent", "sbom"]));
  const byLicence = new Map([["OFL-1.1", ["Inter, Source Serif, Noto Sans SC (public/fonts, server/pictures/fonts)"]]]);
  for (const { name, version, licenses = [] } of components) {
    const licence = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression).join(" AND ");
    const under = licence === "" ? "not said" : licence;
    byLicence.set(under, [...(byLicence.get(under) ?? []), `${name} ${version}`]);
  }
  for (const [licence, names] of [...byLicence].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(
      `${licence} (${names.length})\n${names
        .sort()
        .map((name) => `  ${name}\n`)
        .join("")}`,
    );
  }
});
