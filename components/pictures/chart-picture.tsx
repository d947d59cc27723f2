import { chartKeyEntries } from "@/components/charts/chart-key";
import { DrawnChart } from "@/components/charts/static-chart";
import { WordingGlyph } from "@/components/charts/wording-glyph";
import type { FlowItem } from "@/components/pictures/flow";
import { block, SANS, SERIF } from "@/components/pictures/lines";
import { paletteOf, pictureStyle, type Theme } from "@/components/pictures/palette";
import { INNER, keyParts, ofBlock, PAD, type Part, WIDTH } from "@/components/pictures/parts";
import type { NotDrawn } from "@/components/pictures/svg-response";
import { cutText, factParts, timelineParts } from "@/components/pictures/told-parts";
import { sourceLineText } from "@/components/source/source-line";
import { sourcesOf } from "@/components/source/source-list";
import { WORDINGS_SHOWN } from "@/components/ui/labels";
import { LOCALE } from "@/components/ui/locale";
import { chartModels } from "@/lib/charts/chart-models";
import { viewAt, viewsOf } from "@/lib/charts/layout/lay-out";
import { legibleChart } from "@/lib/charts/legible-chart";
import type { ChartModel } from "@/lib/charts/model";
import { BAR_REACH, endOf } from "@/lib/charts/wording-end";
import type { ChartSpec, Wording } from "@/lib/figures/figure";
import { edtfText } from "@/lib/format/period";

/** Sources written out below a picture; of more the number is said, and its page names all. */
const MOST_SOURCES = 4;

interface Props {
  readonly spec: ChartSpec;
  readonly theme: Theme;
  /** Address of the page that it was taken from, whole. */
  readonly address: string;
  /** The day on which it was drawn, and the one it is of where it is of another: yyyy-mm-dd. */
  readonly drawnOn: string;
  readonly asOf: string | null;
  readonly notDrawn?: NotDrawn;
}

/** A chart by itself: title, what it counts, drawing, what its marks mean, notes, sources, date and address, all drawn in. */
export function ChartPicture({ spec: given, theme, address, drawnOn, asOf, notDrawn }: Props) {
  const spec = legibleChart(given, LOCALE);
  const palette = paletteOf(theme);
  const models = chartModels(spec, LOCALE);
  const text = (words: string, size: number, fill: string, weight = 400) =>
    block(words, { width: INNER, type: { size, leading: Math.round(size * 1.4), family: SANS, weight }, fill });
  const title = block(spec.title, {
    width: INNER,
    type: { size: 24, leading: 30, family: SERIF, weight: 600 },
    fill: palette.ink,
  });
  const dated = asOf === null ? `Drawn on ${edtfText(drawnOn, LOCALE)}` : `As known on ${edtfText(asOf, LOCALE)}`;
  const parts: readonly Part[] = [
    ofBlock(title, 4),
    ofBlock(text(spec.subtitle, 14, palette["ink-2"]), 16),
    ...(spec.kind === "facts" ? factParts(spec, theme) : []),
    ...(spec.kind === "timeline" ? timelineParts(spec, theme) : []),
    ofBlock(text(cutText(spec), 12, palette["ink-2"]), 4),
    ...models.flatMap((model) => modelParts(model, theme)),
    ...keyParts(wordingItems(spec), theme),
    ...models.flatMap(({ refusals, notes }) =>
      [...refusals, ...notes].map((note) => ofBlock(text(note, 12, palette["ink-2"]), 4)),
    ),
    { height: 17, draw: (y) => <line x1={PAD} x2={PAD + INNER} y1={y + 8} y2={y + 8} stroke={palette.rule} /> },
    ofBlock(text(notDrawn?.note ?? "", 12, palette.ink), 4),
    ofBlock(text(sourcesText(spec), 12, palette["ink-2"]), 2),
    ofBlock(text(`${dated} · Footnote · ${address}`, 12, palette["ink-3"]), 0),
  ];
  let y = PAD - 6;
  const placed = parts.map((part) => {
    const at = y;
    y += part.height;
    return { part, at };
  });
  const height = Math.ceil(y + PAD - 8);
  const words = models.map(({ description }) => description).join(" ");
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      data-undrawn={notDrawn?.characters || undefined}
      fontFamily={SANS}
      fontSize={13}
    >
      <title>{spec.title}</title>
      <desc>{`${words} ${sourcesText(spec)}. ${address}`.trim()}</desc>
      <style>{pictureStyle(theme)}</style>
      <rect width="100%" height="100%" fill={palette.surface} />
      {placed.map(({ part, at }) => (
        <g key={at}>{part.draw(at)}</g>
      ))}
    </svg>
  );
}

/** The drawing of one unit with its heading, the names of its lines and what its marks mean. */
function modelParts({ heading, plot }: ChartModel, theme: Theme): readonly Part[] {
  const palette = paletteOf(theme);
  const type = { size: 13, leading: 20, family: SANS, weight: 500 };
  const named = heading === null ? [] : [ofBlock(block(heading, { width: INNER, type, fill: palette["ink-2"] }), 6)];
  if (plot === null) return named;
  const views = viewsOf(plot);
  const { drawing } = viewAt(views, INNER);
  const { height, margins } = drawing;
  const series = plot.kind === "line" && plot.series.length > 1 ? plot.series : [];
  const names = series.map(({ name, slot }) => ({
    text: name,
    width: 14,
    glyph: <rect className={`chart-mark chart-s${slot}`} y={7.5} width={14} height={3} />,
  }));
  const key = chartKeyEntries(plot, views).map(({ text, glyph }) => ({
    text,
    width: 24,
    glyph: (
      <g className="chart-s7" transform="translate(0 3)">
        {glyph}
      </g>
    ),
  }));
  return [
    ...named,
    ...keyParts(names, theme),
    {
      height: height + 10,
      draw: (y) => (
        <DrawnChart
          drawing={drawing}
          x={PAD + margins.left}
          y={y}
          width={INNER - margins.left - margins.right}
          height={height}
          overflow="visible"
        />
      ),
    },
    ...keyParts(key, theme),
  ];
}

/** What the ends of the marks say, for each wording that is drawn: a picture has no page around it that tells. */
function wordingItems({ kind, figures }: ChartSpec): readonly FlowItem[] {
  if (kind === "facts" || kind === "timeline") return [];
  const drawn = figures.map(({ figure }) => figure);
  const wordings = [...new Map(drawn.map(({ wording }) => [endOf(wording), wording])).values()];
  const shape = kind === "bar" ? "bar" : "point";
  const items = wordings
    .filter((wording) => wording !== "exactly")
    .map((wording) => ({ wording, outlook: "outcome" as const, text: meaningOf(wording) }));
  const targets = drawn.some(({ outlook }) => outlook === "target")
    ? [{ wording: "exactly" as const, outlook: "target" as const, text: "target" }]
    : [];
  return [...items, ...(kind === "line" ? [] : targets)].map(({ wording, outlook, text }) => ({
    text,
    width: shape === "point" || wording === "between" ? 46 : 30 + BAR_REACH[endOf(wording)].beyond,
    glyph: <WordingGlyph wording={wording} outlook={outlook} kind={shape} />,
  }));
}

/** What a kind of end means, in the words of the page that explains it; one that several wordings share names the sense of all. */
function meaningOf(wording: Wording): string {
  switch (endOf(wording)) {
    case "above":
      return "more than, at least: above this";
    case "below":
      return "nearly, less than, up to: below this";
    case "soft":
      return "about: near this";
    case "range":
      return "between: within this";
    default:
      return WORDINGS_SHOWN[wording];
  }
}

/** "Source: China Daily, 28 Feb 2019", of many the number. */
function sourcesText(spec: ChartSpec): string {
  const sources = sourcesOf(
    [...spec.figures.map(({ figure }) => figure), ...spec.milestones].flatMap(({ citations }) => citations),
  );
  if (sources.length > MOST_SOURCES) return `${sources.length} sources, each named at the address below`;
  const named = sources.map((source) => sourceLineText({ source, locator: null })).join("; ");
  return `${sources.length === 1 ? "Source" : "Sources"}: ${named}`;
}
