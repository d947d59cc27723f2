import { LOCALE } from "@/components/ui/locale";
import type { Tile, TileMap } from "@/lib/charts/tiles/tile-map";
import type { MetricRef } from "@/lib/figures/figure";
import { edtfShort, periodText } from "@/lib/format/period";
import { tickText, wordedQuantity } from "@/lib/format/quantity";
import { listText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** What stands for a tile that is on no step. */
const KINDS: readonly (readonly [Tile["kind"], string])[] = [
  ["open", "its claims or its range lie in several steps"],
  ["other", "of another time than most, counted otherwise, or undated: not on the scale"],
  ["target", "only targets"],
  ["missing", "no figure"],
  ["unknown", "not recorded here"],
];

/** Regions as tiles, of the day `asOf` (null: today): shade and level both tell the step, signs the wording, words everything. */
export function Tiles({
  map,
  metric,
  asOf,
}: {
  readonly map: TileMap;
  readonly metric: MetricRef;
  readonly asOf: string | null;
}) {
  return (
    <ol className={map.isMap ? "tiles is-map" : "tiles"}>
      {map.tiles.map((tile) => (
        <li
          key={tile.code}
          style={tile.place ? { gridColumn: tile.place.column + 1, gridRow: tile.place.row + 1 } : undefined}
        >
          <TileLink tile={tile} href={hrefOf(tile, metric, asOf)} />
        </li>
      ))}
    </ol>
  );
}

function TileLink({ tile, href }: { readonly tile: Tile; readonly href: string }) {
  const content = (
    <>
      <span aria-hidden="true">
        <b>{tile.label}</b>
        {tile.text === "" ? null : (
          <>
            <i>{tile.text}</i>
            <em>{tile.sign}</em>
          </>
        )}
        <Level step={tile.step} />
      </span>
      <span className="hidden">{fullText(tile)}</span>
    </>
  );
  const name = `tile is-${tile.kind}${tile.step > 0 ? ` step-${tile.step}` : ""}`;
  if (tile.kind === "unknown") return <span className={name}>{content}</span>;
  return (
    <a className={name} href={href} title={fullText(tile)}>
      {content}
    </a>
  );
}

/** Its one figure; all of its metric where there are several or only targets; the region where there is none. */
function hrefOf({ code, kind, claims }: Tile, metric: MetricRef, asOf: string | null): string {
  const [first] = claims;
  if (kind === "missing") return paths.region(code, { asOf });
  return first && claims.length === 1
    ? paths.figure(first.id, { asOf })
    : paths.metric(metric.slug, { region: [code], asOf });
}

/** "Guizhou: more than 42%, 2023". */
function fullText({ name, kind, claims }: Tile): string {
  const [first] = claims;
  if (first === undefined) return `${name}: ${KINDS.find(([own]) => own === kind)?.[1] ?? ""}`;
  const said = [...new Set(claims.map((figure) => wordedQuantity(figure, LOCALE)))];
  const other = kind === "other" ? " (not on the scale)" : "";
  return `${name}: ${listText(said, LOCALE)}, ${periodText(first, LOCALE, edtfShort)}${other}`;
}

/** The step as a level, for readers who do not tell the shades apart. */
function Level({ step }: { readonly step: number }) {
  return step === 0 ? null : <u style={{ width: `${Math.round((step / 6) * 100)}%` }} />;
}

/** What the shades, levels and signs mean. */
export function TileKey({ map: { tiles, limits }, metric }: { readonly map: TileMap; readonly metric: MetricRef }) {
  const kinds = new Set(tiles.map(({ kind }) => kind));
  const signs = tiles.some(({ sign }) => sign !== "");
  const steps = limits.slice(1).map((end, index) => {
    const [from, to] = [limits[index] ?? 0, end].map((limit) => tickText(limit, metric.unit, LOCALE));
    return { step: index + 1, text: `${from} to ${to}` };
  });
  return (
    <ul className="tile-key">
      {steps.map(({ step, text }) => (
        <li key={step}>
          <span className={`tile is-step step-${step}`} aria-hidden="true">
            <Level step={step} />
          </span>
          {text}
        </li>
      ))}
      {KINDS.filter(([kind]) => kinds.has(kind)).map(([kind, words]) => (
        <li key={kind}>
          <span className={`tile is-${kind}`} aria-hidden="true" />
          {words}
        </li>
      ))}
      {signs ? <li>≈ about, &gt; more than, ≥ at least, &lt; nearly or less than, ≤ up to, – a range</li> : null}
    </ul>
  );
}
