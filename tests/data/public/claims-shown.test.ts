import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { findFigure } from "@/lib/data/public/figures";
import { findMetric } from "@/lib/data/public/metrics";
import { claimsText } from "@/lib/format/verdict-text";
import { recorded } from "@/lib/publication/reads";

const keyOf = async (importKey: string) =>
  (await db().figure.findUniqueOrThrow({ where: { importKey }, select: { publicId: true } })).publicId;

describe("what sources say of the same", () => {
  test("stands on a figure's page, the lowest first, with the verdict on all of them", async () => {
    const view = await findFigure(await keyOf("xinhua-2023-guizhou-robust-02"));
    expect(view?.claims?.figures.map(({ digits }) => digits)).toEqual(["90.5", "99.7"]);
    expect(view?.claims?.together).toEqual({ kind: "differ", figures: 2, counted: { sources: 2, origins: 2 } });
  });

  test("runs to one year are told together, wherever each began", async () => {
    const view = await findFigure(await keyOf("hardrocket-2022-six-years-03"));
    expect(view?.claims?.figures.map(({ digits }) => digits)).toEqual(["6", "6", "7", "7"]);
  });

  test("is nothing where nobody else says anything", async () => {
    expect((await findFigure(await keyOf("china-daily-2019-guizhou-looms-05")))?.claims).toBeNull();
  });

  test("is told of each figure in a list", async () => {
    const view = await findMetric("big-data-revenue-cny", { regions: [], fromYear: null, toYear: null, page: 1 });
    const [id, agreeing] = [await keyOf("eguiyang-2018-upper-hand-04"), view?.page.figures ?? []];
    const claims = agreeing.find((figure) => figure.id === id)?.claims;
    expect(claims && claimsText(claims, "en")).toBe("Claims differ");
    const run = await findMetric("digital-growth-top-streak", { regions: [], fromYear: null, toYear: null, page: 1 });
    const texts = run?.page.figures.map((figure) => figure.claims && claimsText(figure.claims, "en"));
    expect(texts?.filter((text) => text === "2 sources agree")).toHaveLength(4);
    expect(texts?.filter((text) => text === "Claims differ")).toHaveLength(7);
  });

  test("is read anew when another figure of the series is published or changed", async () => {
    const id = await keyOf("xinhua-2023-guizhou-robust-02");
    const other = await keyOf("eguizhou-2023-growth-tops-03");
    const { result, scopes } = recorded(() => findFigure(id));
    await result;
    expect([...(scopes() ?? [])]).toEqual(
      expect.arrayContaining(["figures-of-series:software-revenue-growth CN-GZ ", `figure:${other}`]),
    );
  });
});
