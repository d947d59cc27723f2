import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { db } from "@/lib/data/db/client";
import { publicationVersion } from "@/lib/data/db/publication-version";
import type { Answer, apiAs } from "@/tests/setup/data/api";
import { figureBody } from "@/tests/setup/data/figure-body";

type Ask = ReturnType<typeof apiAs>;
/** Who asks in a race: two editors and two admins, each pair at two servers, or at one. */
export interface Racers {
  readonly editors: readonly [Ask, Ask];
  readonly admins: readonly [Ask, Ask];
  /** Keys of the admins. */
  readonly adminIds: readonly [string, string];
}

/** Rounds of each race: which of both comes first is chance. */
const ROUNDS = 10;
const WHY = { cause: "typo", reason: "A race" } as const;
const NEW_METRIC = { unit: "companies", kind: "count", definition: "Companies.", topic: "economy" };
const source = async () => (await db().source.findFirstOrThrow({ where: { retracted: false } })).slug;
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

async function made(ask: Ask, resource: string, body: object): Promise<string> {
  const answer = await ask("POST", resource, { body, attempt: randomUUID() });
  expect(answer.status).toBe(201);
  return answer.body.data.key;
}

/** Races whose outcome has to be as if one of both had come first: name, and what is done and then found. */
export const RACES: readonly (readonly [string, (racers: Racers) => Promise<void>])[] = [
  [
    "a record is retracted while another is made to lean on it: one of both is refused",
    async ({ editors: [one, other] }) => {
      const body = figureBody(await source())({ status: "published" });
      for (let round = 0; round < ROUNDS; round += 1) {
        const metric = await made(one, "metrics", { ...NEW_METRIC, name: `Leaning ${randomUUID()}` });
        const answers = await Promise.all([
          one("POST", "figures", { body: { ...body, metric }, attempt: randomUUID() }),
          other("DELETE", `metrics/${metric}`, { body: { reason: "A race" }, version: 1 }),
        ]);
        expect([
          [201, 409],
          [422, 200],
        ]).toContainEqual(statuses(answers));
        const [figure] = answers;
        if (figure.status === 422) expect(figure.body.issues).toMatchObject([{ path: "metric" }]);
        const { retracted, id } = await db().metric.findUniqueOrThrow({ where: { slug: metric } });
        expect(await db().figure.count({ where: { metricId: id } })).toBe(retracted ? 0 : 1);
      }
    },
  ],
  [
    "two places are each put into the other: one of both is refused",
    async ({ editors: [one, other] }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const [first = "", second = ""] = [1, 2].map((n) => `CN-${randomUUID().slice(0, 8).toUpperCase()}-${n}`);
        for (const code of [first, second])
          await made(one, "regions", { code, name: code, level: "zone", parent: "CN-GZ" });
        const answers = await Promise.all([
          one("PATCH", `regions/${first}`, { body: { parent: second, ...WHY }, version: 1 }),
          other("PATCH", `regions/${second}`, { body: { parent: first, ...WHY }, version: 1 }),
        ]);
        expect(statuses(answers).toSorted()).toEqual([200, 422]);
      }
    },
  ],
  [
    "each admin takes the other's rights: one is left",
    async ({ admins: [one, other], adminIds: [oneId, otherId] }) => {
      for (let round = 0; round < 3; round += 1) {
        await db().user.updateMany({ where: { role: "admin" }, data: { disabled: true } });
        await db().user.updateMany({
          where: { id: { in: [oneId, otherId] } },
          data: { role: "admin", disabled: false },
        });
        const answers = await Promise.all([
          one("PATCH", `people/${otherId}`, { body: { role: "editor" } }),
          other("PATCH", `people/${oneId}`, { body: { role: "editor" } }),
        ]);
        expect(statuses(answers).filter((status) => status === 204)).toHaveLength(1);
        expect(await db().user.count({ where: { role: "admin", disabled: false } })).toBe(1);
      }
    },
  ],
  [
    "a key or name is taken by two: one has it, and keys that are made up differ",
    async ({ editors: [one, other] }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const [slug, name] = [`key-${randomUUID()}`, `Name ${randomUUID()}`];
        const same = { ...NEW_METRIC, name: slug, slug };
        const taken = await Promise.all(
          [one, other].map((ask) => ask("POST", "metrics", { body: same, attempt: randomUUID() })),
        );
        expect(statuses(taken).toSorted()).toEqual([201, 409]);
        const keys = await Promise.all([one, other].map((ask) => made(ask, "organisations", { name })));
        expect(new Set(keys).size).toBe(2);
      }
    },
  ],
  [
    "each of many saves raises the publication version by one, and tells of it",
    async ({ editors }) => {
      const body = figureBody(await source())({ status: "published" });
      const before = await publicationVersion();
      const saves = Array.from({ length: 2 * ROUNDS }, (_, index) =>
        made(editors[index % 2] as Ask, "figures", { ...body }),
      );
      await Promise.all(saves);
      expect(await publicationVersion()).toBe(before + saves.length);
      const told = await db().publishedChange.findMany({
        where: { version: { gt: before } },
        orderBy: { version: "asc" },
      });
      expect(told.map(({ version }) => version)).toEqual(saves.map((_, index) => before + 1 + index));
    },
  ],
  [
    "one attempt that is made twice has one effect",
    async ({ editors: [one], editors }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const [name, attempt] = [`Attempt ${randomUUID()}`, randomUUID()];
        // Of one person, whichever server is asked.
        const answers = await Promise.all(
          [one, editors[1]].map((ask) => ask("POST", "topics", { body: { name }, attempt })),
        );
        // Refused while the first is under way.
        expect(statuses(answers).every((status) => status === 201 || status === 409)).toBe(true);
        expect(await db().topic.count({ where: { name } })).toBe(1);
      }
    },
  ],
  [
    "one import that is asked for twice is done once",
    async ({ editors }) => {
      const note = `Imported ${randomUUID()}`;
      const header = "metric,region,wording,value,period,source,phrase,speaker_kind,note";
      const row = `companies-attracted,CN-GZ,exactly,41,2020,${await source()},41 companies,outlet,${note}`;
      const sending = {
        raw: `${header}\n${row}\n`,
        headers: { "content-type": "text/csv" },
        attempt: randomUUID(),
      };
      const answers = await Promise.all(
        editors.map((ask) => ask("POST", "imports?mode=import&status=published", sending)),
      );
      expect(statuses(answers).some((status) => status === 201)).toBe(true);
      expect(statuses(answers).every((status) => [201, 202, 409].includes(status))).toBe(true);
      await expect.poll(() => db().importBatch.count({ where: { status: "running" } })).toBe(0);
      expect(await db().figure.count({ where: { note } })).toBe(1);
    },
  ],
];
