import { describe, expect, test } from "vitest";
import type { PlacedMark } from "@/lib/charts/layout/drawing";
import type { Mark } from "@/lib/charts/model";
import { dotMark } from "@/lib/charts/svg/marks";
import { svgText } from "@/lib/charts/svg/shape";
import type { Wording } from "@/lib/figures/figure";

const MARK: Omit<Mark, "wording"> = {
  ids: ["a"],
  figures: [],
  target: false,
  value: 1,
  high: null,
  claims: 1,
  slot: 1,
  text: "1",
};

function placed(change: { readonly dx?: number; readonly wording?: Wording }): PlacedMark {
  const { dx = 0, wording = "exactly" } = change;
  const mark: Mark = { ...MARK, wording };
  return { mark, x: 0.5, y: 10, base: null, low: null, high: null, before: 0, dx, isSmall: false };
}

function drawn(change: Parameters<typeof placed>[0], isUpright = true): string {
  return svgText([
    dotMark(placed(change), { x: "50%", y: 10, isUpright, rangeEnd: null }, { href: "/figures/a", isActive: false }),
  ]);
}

describe("a dot", () => {
  test("stands at its place, as a link to its figure that the tab key passes over", () => {
    expect(drawn({})).toBe(
      '<a class="chart-mark chart-s1" href="/figures/a" tabindex="-1"><svg class="chart-at" x="50%" y="10"><circle class="chart-hit" r="12"/><circle r="4.5"/></svg></a>',
    );
  });

  test("that stands more than a step aside is tied to its place", () => {
    expect(drawn({})).not.toContain("chart-tether");
    expect(drawn({ dx: 13 })).not.toContain("chart-tether");
    expect(drawn({ dx: -39 })).toContain('<path class="chart-tether" d="M0 9v4H-39v-4"/>');
  });

  test("turns its arrow upwards where values run upwards, and moves with it", () => {
    expect(drawn({ wording: "more_than" }, false)).not.toContain("transform");
    expect(drawn({ wording: "more_than" })).toContain('<g transform="rotate(-90)"><path class="chart-arrow"');
    expect(drawn({ wording: "more_than", dx: 13 })).toContain('<g transform="translate(13) rotate(-90)">');
  });
});
