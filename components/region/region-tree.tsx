import { LEVELS } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import type { RegionRecord } from "@/lib/figures/view-models";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** Every region that has figures, places within the region they lie in. */
export function RegionTree({ regions }: { readonly regions: readonly RegionRecord[] }) {
  const used = regions.filter(({ figureCountWithPlaces }) => figureCountWithPlaces > 0);
  const countries = used.filter(({ parentCode }) => parentCode === null).length;
  return (
    <>
      <h1>Regions with figures</h1>
      <p className="lede">
        {countText(used.length, "region", "regions", LOCALE)} in {countText(countries, "country", "countries", LOCALE)}.
        A count includes the places below.
      </p>
      <Places regions={used} parentCode={null} />
    </>
  );
}

/** The places directly below a region, each with its own places. */
function Places({
  regions,
  parentCode,
}: {
  readonly regions: readonly RegionRecord[];
  readonly parentCode: string | null;
}) {
  const own = regions.filter((region) => region.parentCode === parentCode);
  if (own.length === 0) return null;
  return (
    <ul className={parentCode === null ? "tree" : undefined}>
      {own.map((region) => (
        <li key={region.code}>
          <RegionName region={region} />
          <Places regions={regions} parentCode={region.code} />
        </li>
      ))}
    </ul>
  );
}

/** A region's name, local name, level and count in one line. Its page is that of the day `asOf`; null for today. */
export function RegionName({
  region,
  asOf = null,
}: {
  readonly region: Pick<RegionRecord, "code" | "name" | "nameLocal" | "level" | "figureCountWithPlaces">;
  readonly asOf?: string | null;
}) {
  const { code, name, nameLocal, level, figureCountWithPlaces } = region;
  return (
    <>
      <a href={paths.region(code, { asOf })}>{name}</a>
      {nameLocal !== null && nameLocal !== name ? <bdi className="local"> {nameLocal}</bdi> : null}
      <span className="count">
        {LEVELS[level]}, {countText(figureCountWithPlaces, "figure", "figures", LOCALE)}
      </span>
    </>
  );
}
