/** Colours of a picture, by the names that app/tokens.css gives them (a test compares both). A picture has no style sheet around it. */
const PALETTES = {
  light: {
    ...{
      paper: "#fbfaf6",
      surface: "#ffffff",
      sunken: "#f3f1ea",
      ink: "#17181c",
      "ink-2": "#4a4d55",
      "ink-3": "#666a73",
    },
    ...{ rule: "#e2ded3", "rule-2": "#cfcabb", accent: "#0b5f63", s1: "#0b5f63", s2: "#c2571a", s3: "#4a5fb0" },
    ...{ s4: "#8a6d00", s5: "#8c3b7a", s6: "#3d7a2e", s7: "#6b6f78" },
  },
  dark: {
    ...{
      paper: "#121316",
      surface: "#1a1c20",
      sunken: "#0d0e10",
      ink: "#f0efe9",
      "ink-2": "#bdbfc5",
      "ink-3": "#9498a1",
    },
    ...{ rule: "#2c2f35", "rule-2": "#3d4149", accent: "#62c2bd", s1: "#62c2bd", s2: "#f09a5c", s3: "#93a4ee" },
    ...{ s4: "#d4b648", s5: "#d58cc4", s6: "#8cc97b", s7: "#9498a1" },
  },
} as const;

export type Theme = keyof typeof PALETTES;
type Colour = keyof (typeof PALETTES)["light"];

/** The colours of a theme. */
export function paletteOf(theme: Theme): Readonly<Record<Colour, string>> {
  return PALETTES[theme];
}

/**
 * What components/charts/charts.css says of marks, axes and texts (a test compares both), in the selectors that programs which draw
 * SVG understand: classes one within the other.
 */
const RULES: Readonly<Record<string, string>> = {
  ".chart-at": "overflow: visible",
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((slot) => [`.chart-s${slot}`, `color: var(--s${slot})`])),
  ".chart-grid": "stroke: var(--rule)",
  ".chart-zero": "stroke: var(--ink-3)",
  ".chart-axis": "stroke: var(--ink-3)",
  ".chart-tick": "font-size: 0.75rem; fill: var(--ink-3)",
  ".chart-text":
    "fill: var(--ink); paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round",
  ".chart-text.is-row": "fill: var(--ink-2)",
  ".chart-text.is-value": "font-weight: 600",
  ".is-middle": "text-anchor: middle",
  ".is-end": "text-anchor: end",
  ".chart-whole": "fill: var(--sunken); stroke: var(--rule-2)",
  ".chart-mark": "fill: currentColor",
  ".chart-blank": "fill: var(--surface)",
  ".chart-open": "fill: none; stroke: currentColor",
  ".chart-range": "fill: none; stroke: currentColor; stroke-dasharray: 2 3",
  ".chart-shy": "fill: var(--surface); stroke: currentColor; stroke-width: 1.5; stroke-dasharray: 3 2.5",
  ".chart-mark circle": "stroke: currentColor; stroke-width: 2",
  ".is-hollow": "fill: var(--surface); stroke: currentColor; stroke-width: 2",
  ".chart-count": "font-size: 0.75rem; font-weight: 600; fill: var(--ink); stroke: none",
  ".chart-mark .chart-hit": "fill: #0000; stroke: none",
  ".chart-arrow": "fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round",
  ".chart-span": "fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round",
  ".chart-tether": "fill: none; stroke: var(--ink-2); stroke-width: 1",
  ".chart-haze": "stroke: currentColor; stroke-width: 9; stroke-linecap: round; opacity: 0.3",
  ".is-target circle": "stroke-dasharray: 2.4 2; stroke-linecap: butt",
  ".is-target .chart-arrow": "stroke-dasharray: 2.4 2; stroke-linecap: butt",
  ".is-target .chart-bar": "fill: var(--surface); stroke: currentColor; stroke-width: 1.5; stroke-dasharray: 4 3",
  ".is-target .chart-open": "opacity: 0.55",
  ".chart-join": "stroke: currentColor; stroke-width: 2",
  ".chart-join.is-gap line": "stroke-dasharray: 0.1 5; stroke-linecap: round",
  ".chart-join .chart-blank": "stroke: none",
  ".chart-break": "stroke-width: 1.5",
};

/** The rules for marks as they stand in charts.css, by selector. */
export const MARK_RULES = RULES;

/** The style sheet inside a picture: no variable, no unit that asks for a page. */
export function pictureStyle(theme: Theme): string {
  const palette = paletteOf(theme);
  return Object.entries(RULES)
    .map(([selector, rule]) => `${selector}{${rule}}`)
    .join("")
    .replace(/var\(--([\w-]+)\)/g, (_, name) => palette[name as Colour])
    .replaceAll("#0000", "none")
    .replaceAll("0.75rem", "12px")
    .replaceAll("; ", ";")
    .replaceAll(": ", ":");
}
