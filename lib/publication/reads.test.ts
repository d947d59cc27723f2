import { expect, test } from "vitest";
import { noteReads, readingOnly, recorded } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

const later = () => new Promise((resolve) => setTimeout(resolve, 1));

test("work tells what it has read, also after it waited and in what it called", async () => {
  const deep = async (scope: Scope) => {
    await later();
    noteReads([scope]);
  };
  const work = recorded(async () => {
    noteReads(["metric:a"]);
    await Promise.all([deep("region:x"), deep("region:y")]);
  });
  await work.result;
  expect(work.scopes()).toEqual(new Set(["metric:a", "region:x", "region:y"]));
});

test("two pieces of work at once do not mix, though both wait for one result", async () => {
  const common = later();
  const piece = (scope: Scope) =>
    recorded(async () => {
      await common;
      noteReads([scope]);
    });
  const [a, b] = [piece("metric:a"), piece("metric:b")];
  await Promise.all([a.result, b.result]);
  expect([a.scopes(), b.scopes()]).toEqual([new Set(["metric:a"]), new Set(["metric:b"])]);
});

test("work that noted nothing is told from work that reads nothing", () => {
  expect(recorded(() => undefined).scopes()).toBeNull();
  expect(recorded(() => noteReads([])).scopes()).toEqual(new Set());
});

test("of a part of which only something is taken, only that is told", async () => {
  const work = recorded(() => readingOnly(["region"], async () => noteReads(["everything"])));
  await work.result;
  expect(work.scopes()).toEqual(new Set(["region"]));
});

test("very many members of one family are told as the family", () => {
  const members = (count: number) => Array.from({ length: count }, (_, index): Scope => `source:${index}`);
  expect(recorded(() => noteReads([...members(701), "metric:a"])).scopes()).toEqual(new Set(["source", "metric:a"]));
  expect(recorded(() => noteReads(members(700))).scopes()?.size).toBe(700);
});
