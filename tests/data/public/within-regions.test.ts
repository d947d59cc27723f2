import { expect, test } from "vitest";
import { listRecords } from "@/lib/data/admin/list";
import { db } from "@/lib/data/db/client";
import { listCharts } from "@/lib/data/public/charts";
import { selectionOf } from "@/lib/data/public/figures";
import { findRegion } from "@/lib/data/public/region-page";
import { countFigures } from "@/lib/data/public/selection/figure-counts";
import { parseAdminListQuery } from "@/lib/schemas/admin-list";
import { parseView } from "@/lib/schemas/view";

const CODE = "ZZ-orchard";

test("a place whose code is unlike its parent's is within it for readers, editors and milestones alike", async () => {
  const guizhou = await db().region.findUniqueOrThrow({ where: { code: "CN-GZ" } });
  const { id } = await db().region.create({
    data: { code: CODE, name: "Orchard", level: "zone", parentId: guizhou.id },
  });
  const figure = await db().figure.findFirstOrThrow({ where: { regionId: guizhou.id, status: "published" } });
  await db().figure.update({ where: { id: figure.id }, data: { regionId: id } });
  const milestone = await db().milestone.findFirstOrThrow({ where: { status: "published" } });
  await db().milestone.update({ where: { id: milestone.id }, data: { regionId: id } });

  const selection = await selectionOf(parseView({ region: "CN-GZ" }));
  expect(selection.regions).toContain(id);
  const editors = (resource: "figures" | "milestones") =>
    listRecords(resource, parseAdminListQuery(resource, { region: "CN-GZ" }));
  const all = await db().figure.count({
    where: {
      region: { OR: [{ code: CODE }, { code: "CN-GZ" }, { code: { startsWith: "CN-GZ-" } }] },
      status: { not: "retracted" },
    },
  });
  expect((await editors("figures")).total).toBe(all);
  const published = await countFigures({ selection, shown: [] });
  expect(published).toBeGreaterThan(10);
  expect((await findRegion("CN-GZ"))?.extent.figures).toBe(published);
  expect((await editors("milestones")).rows.map(({ key }) => key)).toContain(milestone.slug);
  const timeline = (await listCharts()).find(({ kind }) => kind === "timeline");
  expect(timeline?.milestones.map(({ slug }) => slug)).toContain(milestone.slug);
});
