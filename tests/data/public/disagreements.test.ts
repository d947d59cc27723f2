import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { listDisagreements, readDisagreementCount } from "@/lib/data/public/disagreements";
import { figureSelect, toFigure } from "@/lib/data/public/figure-row";
import { differingClaims } from "@/lib/figures/claims/claims";
import { recorded } from "@/lib/publication/reads";

const ALL = { topic: null, region: null, page: 1 };
const differing = differingClaims(
  (await db().figure.findMany({ where: { status: "published" }, select: figureSelect })).map(toFigure),
);

describe("what sources differ about", () => {
  test("is everything about which comparing each two figures finds a difference, the farthest apart first", async () => {
    const { total, disagreements, pages } = await listDisagreements(ALL);
    expect(differing.length).toBeGreaterThan(8);
    expect([total, await readDisagreementCount(), pages]).toEqual([differing.length, differing.length, 1]);
    const shares = disagreements.map(({ apart }) => apart);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const growth = disagreements.find(({ figures }) => figures[0]?.metric.slug === "software-revenue-growth");
    expect(growth?.figures.map(({ digits }) => digits)).toEqual(["90.5", "99.7"]);
    expect(growth?.apart).toBeCloseTo(9.2 / 99.7, 12);
    expect(growth?.inAll).toBe(2);
  });

  test("is found by topic and by a region with the places in it; what is not there has nothing", async () => {
    const { choices, total } = await listDisagreements(ALL);
    const topics = await Promise.all(choices.topics.map(({ slug }) => listDisagreements({ ...ALL, topic: slug })));
    expect(topics.every((each) => each.total > 0)).toBe(true);
    expect(topics.reduce((sum, each) => sum + each.total, 0)).toBe(total);
    const inChina = differing.filter(([figure]) => figure?.region.code.startsWith("CN"));
    expect((await listDisagreements({ ...ALL, region: "CN" })).total).toBe(inChina.length);
    expect((await listDisagreements({ ...ALL, region: "XX" })).total).toBe(0);
    expect((await listDisagreements({ ...ALL, topic: "none" })).disagreements).toEqual([]);
  });

  test("a page beyond the last is the last, and what is shown is read anew when a claim changes", async () => {
    const { result, scopes } = recorded(() => listDisagreements({ ...ALL, page: 99 }));
    expect((await result).number).toBe(1);
    expect([...(scopes() ?? [])]).toContain("claims");
  });
});
