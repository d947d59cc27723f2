import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENUMS } from "@/lib/enums";
import { bounds, overlap } from "@/lib/figures/bounds";
import { rankGroups } from "@/lib/figures/compare/ranking";
import type { Quantity } from "@/lib/figures/figure";

const say = (wording: Quantity["wording"], value: number, valueHigh: number | null = null): Quantity => ({
  wording,
  value,
  valueHigh,
});
const exactly = (value: number) => say("exactly", value);

type Items = Readonly<Record<string, Quantity | readonly Quantity[]>>;
const ranked = (items: Items) =>
  rankGroups(Object.entries(items), ([, claims]) => ("wording" in claims ? [claims] : claims));
/** "1: a", "2–3: b c". */
const told = (items: Items) =>
  ranked(items).map(({ first, last, members }) => {
    const ranks = first === last ? `${first}` : `${first}–${last}`;
    return `${ranks}: ${members.map(({ item: [name] }) => name).join(" ")}`;
  });

describe("ranks claim no order that the wordings leave open", () => {
  test.each<[string, Items, readonly string[]]>([
    ["nothing", {}, []],
    ["one", { a: say("about", 5) }, ["1: a"]],
    ["plain numbers", { a: exactly(1), b: exactly(3), c: exactly(2) }, ["1: b", "2: c", "3: a"]],
    ["an open end upwards", { a: exactly(20), b: say("more_than", 9), c: exactly(5) }, ["1–2: a b", "3: c"]],
    [
      "ranks 2 to 4 are one group",
      { a: exactly(100), b: exactly(40), c: say("between", 30, 50), d: exactly(45), e: say("less_than", 30) },
      ["1: a", "2–4: b c d", "5: e"],
    ],
    ["an open end downwards", { a: say("nearly", 300), b: exactly(310), c: exactly(2) }, ["1: b", "2–3: a c"]],
    ["just above and just below one number", { a: say("more_than", 40), b: say("nearly", 40) }, ["1: a", "2: b"]],
    ["a number and what is more than it", { a: exactly(40), b: say("more_than", 40) }, ["1: b", "2: a"]],
    ["a number and what is at least it", { a: exactly(40), b: say("at_least", 40) }, ["1–2: a b"]],
    ["a number and what is up to it", { a: exactly(40), b: say("up_to", 40) }, ["1–2: a b"]],
    ["ranges that touch", { a: say("between", 1, 2), b: say("between", 2, 3) }, ["1–2: a b"]],
    ["ranges apart", { a: say("between", 1, 2), b: say("between", 2.5, 3) }, ["1: b", "2: a"]],
    ["about is anywhere", { a: exactly(90), b: say("about", 20), c: exactly(10) }, ["1–3: a b c"]],
    ["sources that differ, all below", { a: [exactly(3), exactly(5)], b: exactly(6) }, ["1: b", "2: a"]],
    ["sources that differ around another", { a: [exactly(3), exactly(7)], b: exactly(6) }, ["1–2: a b"]],
    ["no claim at all", { a: [], b: exactly(6) }, ["1–2: a b"]],
    ["below zero", { a: exactly(-3), b: say("less_than", -5), c: exactly(0) }, ["1: c", "2: a", "3: b"]],
  ])("%s", (_, items, expected) => expect(told(items)).toEqual(expected));

  test("within a group each has the ranks that are open to it", () => {
    const [group] = ranked({ a: exactly(90), b: say("about", 20), c: exactly(10) });
    expect(group?.members.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  test.each<[string, Items, boolean]>([
    ["the same number twice", { a: exactly(4), b: exactly(4) }, true],
    ["the same number by two sources, and again", { a: [exactly(4), exactly(4)], b: exactly(4) }, true],
    ["one number alone", { a: exactly(4) }, false],
    ["a number and about as much", { a: exactly(4), b: say("about", 4) }, false],
    ["twice more than a number", { a: say("more_than", 4), b: say("more_than", 4) }, false],
  ])("%s is a tie: %s", (_, items, expected) => expect(ranked(items)[0]?.isTie).toBe(expected));
});

const quantity = fc
  .record({ wording: fc.constantFrom(...ENUMS.Wording), value: fc.integer({ min: -5, max: 20 }), more: fc.nat(9) })
  .map(({ wording, value, more }) => say(wording, value, wording === "between" ? value + more : null));
const claims = fc.array(fc.array(quantity, { minLength: 1, maxLength: 3 }), { maxLength: 8 });

describe("whatever is claimed", () => {
  test("no order is claimed where bounds overlap, and every group is held together by such", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const groups = rankGroups([...all.keys()], (index) => all[index] ?? []);
        expect(groups.flatMap(({ members }) => members.map(({ item }) => item)).sort()).toEqual([...all.keys()]);
        const overlaps = (a: number, b: number) =>
          (all[a] ?? []).some((one) => (all[b] ?? []).some((other) => overlap(bounds(one), bounds(other))));
        groups.forEach((group, place) => {
          for (const { item } of group.members) {
            for (const { item: later } of groups.slice(place + 1).flatMap(({ members }) => members)) {
              expect(overlaps(item, later)).toBe(false);
              const [least] = [...(all[item] ?? [])].map(({ value }) => value).sort((a, b) => a - b);
              expect(least).toBeGreaterThanOrEqual(Math.max(...(all[later] ?? []).map(({ value }) => value)));
            }
          }
        });
      }),
    );
  });

  test("ranks count through from 1, and each member's are within its group's", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const groups = rankGroups(all, (own) => own);
        let next = 1;
        for (const { first, last, members } of groups) {
          expect([first, last]).toEqual([next, next + members.length - 1]);
          for (const member of members) {
            expect(member.first).toBeGreaterThanOrEqual(first);
            expect(member.last).toBeLessThanOrEqual(last);
          }
          next = last + 1;
        }
        expect(next).toBe(all.length + 1);
      }),
    );
  });

  test("the order in which they are given changes no rank", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const ranks = (items: readonly number[]) =>
          rankGroups(items, (index) => all[index] ?? [])
            .flatMap(({ first, last, members }) => members.map((one) => [one.item, first, last, one.first, one.last]))
            .sort(([a = 0], [b = 0]) => a - b);
        expect(ranks([...all.keys()].reverse())).toEqual(ranks([...all.keys()]));
      }),
    );
  });

  test("a claim that bounds nothing leaves all ranks open", () => {
    fc.assert(
      fc.property(claims, fc.nat(7), (all, which) => {
        fc.pre(which < all.length);
        const wider = all.map((own, index) => (index === which ? [...own, say("about", 0)] : own));
        expect(rankGroups(wider, (own) => own)).toMatchObject([{ first: 1, last: all.length }]);
      }),
    );
  });
});
