import { beforeAll, describe, expect, test } from "vitest";
import { figuresWith, findIds } from "@/lib/data/admin/find";
import { db } from "@/lib/data/db/client";
import { writeSamples } from "@/tests/setup/data/write-figures";

// Every kind of database gives these answers: what a list begins with, and what a search finds, is part of what is said.

const NAMES = [
  "zebra works",
  "Äpfel Labor",
  "apple works",
  "Apple Works",
  "中国电信",
  "Zürich Labor",
  "éclair",
  "_under",
  "50% Club",
];

beforeAll(async () => {
  await db().organisation.createMany({ data: NAMES.map((name, index) => ({ name, slug: `compared-${index}` })) });
});

const named = { where: { slug: { startsWith: "compared-" } }, select: { name: true } };
const namesOf = async (sort: "asc" | "desc") =>
  (await db().organisation.findMany({ ...named, orderBy: { name: sort } })).map(({ name }) => name);

describe("names", () => {
  test("are in the order of their characters", async () => {
    const inOrder = [
      "50% Club",
      "Apple Works",
      "Zürich Labor",
      "_under",
      "apple works",
      "zebra works",
      "Äpfel Labor",
      "éclair",
      "中国电信",
    ];
    expect(await namesOf("asc")).toEqual(inOrder);
    expect(await namesOf("desc")).toEqual(inOrder.toReversed());
  });

  test.each([
    ["apple works", ["Apple Works", "apple works"]],
    ["APFEL", ["Äpfel Labor"]],
    ["äpfel", ["Äpfel Labor"]],
    ["eclair", ["éclair"]],
    ["zurich", ["Zürich Labor"]],
    ["中国", ["中国电信"]],
    ["club", ["50% Club"]],
    ["nowhere", []],
  ])("%s finds %j, whatever the case and the accents", async (text, expected) => {
    const ids = await findIds("organisations", text);
    const rows = await db().organisation.findMany({
      where: { id: { in: [...ids] }, slug: { startsWith: "compared-" } },
    });
    expect(rows.map(({ name }) => name).sort()).toEqual(expected);
  });
});

describe("figures", () => {
  let keys: Readonly<Record<string, number>> = {};
  beforeAll(async () => {
    const said = (speaker: string, period: string | null) => ({ speaker, period });
    const ids = await writeSamples([
      said("Ministry of Compared Things", "2019"),
      said("MINISTRY of compared things", "2021"),
      said("Büro für Verglichenes", "2020"),
      said("比较局", null),
    ]);
    keys = Object.fromEntries(["old", "new", "german", "undated"].map((name, index) => [name, ids[index] ?? 0]));
  });
  const nameOf = (id: number) => Object.entries(keys).find(([, own]) => own === id)?.[0];
  const found = async (text: string) => {
    const rows = await db().figure.findMany({
      where: { ...(await figuresWith(text)), id: { in: Object.values(keys) } },
    });
    return rows.flatMap(({ id }) => nameOf(id) ?? []).sort();
  };

  test.each([
    ["ministry", ["new", "old"]],
    ["Ministry compared", ["new", "old"]],
    ["büro", ["german"]],
    ["比较局", ["undated"]],
    ["verglichenes", ["german"]],
  ])("%s is found in %j", async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test("those without a time stand last, newest first and oldest first", async () => {
    const ordered = async (sort: "asc" | "desc") => {
      const orderBy = { lastDay: { sort, nulls: "last" as const } };
      const rows = await db().figure.findMany({ where: { id: { in: Object.values(keys) } }, orderBy });
      return rows.map(({ id }) => nameOf(id));
    };
    expect(await ordered("desc")).toEqual(["new", "german", "old", "undated"]);
    expect(await ordered("asc")).toEqual(["old", "german", "new", "undated"]);
  });
});
