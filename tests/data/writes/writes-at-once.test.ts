import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { withWriteTransaction } from "@/lib/data/db/transaction";
import { type Answer, apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

type Api = ReturnType<typeof apiAs>;
const editors: Api[] = [];
let api: Api;
let source = "";

beforeAll(async () => {
  for (let index = 0; index < 20; index += 1) editors.push(apiAs((await makePerson("editor")).headers));
  api = apiAs((await makePerson("editor")).headers);
  source = (await db().source.findFirstOrThrow()).slug;
});

const figure = (note: string) => ({
  metric: "companies-attracted",
  region: "CN-GZ",
  wording: "exactly",
  value: { digits: "5" },
  speakerKind: "outlet",
  note,
  citations: [{ source, phrase: "five" }],
});
const codes = (answers: readonly Answer[]) => answers.map(({ status }) => status);

describe("one attempt has one effect (T42)", () => {
  test("50 identical creates at once with one key make one row", async () => {
    const attempt = randomUUID();
    const body = figure(attempt);
    const answers = await Promise.all(Array.from({ length: 50 }, () => api("POST", "figures", { body, attempt })));
    expect(await db().figure.count({ where: { note: attempt } })).toBe(1);
    expect(await db().revision.count({ where: { after: { contains: attempt } } })).toBe(1);
    expect(codes(answers).every((status) => status === 201 || status === 409)).toBe(true);
    const running = answers.find(({ status }) => status === 409);
    expect(running?.headers.get("retry-after")).toBe("1");

    const again = await Promise.all(
      Array.from({ length: 5 }, () => api("POST", "figures", { body, attempt: randomUUID() })),
    );
    expect(new Set(again.map(({ body: answer }) => answer.data.key)).size).toBe(5);
    const first = answers.find(({ status }) => status === 201);
    const replay = await api("POST", "figures", { body, attempt });
    expect(replay).toMatchObject({ status: 201, body: first?.body });
    expect(replay.headers.get("location")).toBe(first?.headers.get("location"));
    expect(replay.headers.get("etag")).toBe('"1"');
  });

  test("a key belongs to a person, an address and a body", async () => {
    const attempt = randomUUID();
    const mine = await api("POST", "organisations", { body: { name: "Mine" }, attempt });
    const changed = await api("POST", "organisations", { body: { name: "Other" }, attempt });
    expect([changed.status, changed.body.code]).toEqual([422, "key_reused"]);
    expect((await api("POST", "topics", { body: { name: "Mine" }, attempt })).body.code).toBe("key_reused");
    const theirs = await editors[0]?.("POST", "organisations", { body: { name: "Mine" }, attempt });
    expect(theirs?.status).toBe(201);
    expect(theirs?.body.data.key).not.toBe(mine.body.data.key);
  });

  test("a refused attempt may be made again, put right", async () => {
    const attempt = randomUUID();
    expect((await api("POST", "organisations", { body: { name: "" }, attempt })).status).toBe(422);
    expect((await api("POST", "figures", { body: { ...figure("x"), metric: "no" }, attempt })).status).toBe(422);
    expect((await api("POST", "organisations", { body: { name: "Right" }, attempt })).status).toBe(201);
  });

  test("after a day the key is free, and what was kept under it is gone", async () => {
    const attempt = randomUUID();
    const send = () => api("POST", "organisations", { body: { name: "Daily" }, attempt });
    const first = await send();
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await db().idempotencyKey.updateMany({ where: { key: { endsWith: attempt } }, data: { createdAt: old } });
    const next = await send();
    expect(next.status).toBe(201);
    expect(next.body.data.key).not.toBe(first.body.data.key);
    expect(await db().idempotencyKey.count({ where: { key: { endsWith: attempt } } })).toBe(1);
  });
});

describe("no edit is lost (T74 to T76)", () => {
  test("of 20 edits of one version at once, one wins, in 100 rounds", async () => {
    const { key } = (await api("POST", "figures", { body: figure("contended"), attempt: randomUUID() })).body.data;
    for (let version = 1; version <= 100; version += 1) {
      const answers = await Promise.all(
        editors.map((editor, index) =>
          editor("PATCH", `figures/${key}`, { body: { note: `${version} by ${index}` }, version }),
        ),
      );
      const winners = answers.filter(({ status }) => status === 200);
      expect(winners).toHaveLength(1);
      expect(codes(answers).filter((status) => status === 412)).toHaveLength(19);
      const now = await db().figure.findUniqueOrThrow({ where: { publicId: key } });
      expect([now.version, now.note]).toEqual([version + 1, winners[0]?.body.data.note]);
    }
    const history = (await api("GET", `figures/${key}/history`)).body.data;
    expect(history.map((entry: { version: number }) => entry.version)).toEqual(
      Array.from({ length: 101 }, (_, index) => 101 - index),
    );
  }, 60_000);

  test("publishing twice at once is one publication", async () => {
    const { key } = (await api("POST", "figures", { body: figure("twice"), attempt: randomUUID() })).body.data;
    const publish = () => api("PATCH", `figures/${key}`, { body: { status: "published" }, version: 1 });
    const answers = await Promise.all([publish(), publish(), publish()]);
    expect(codes(answers).sort()).toEqual([200, 412, 412]);
    expect(await db().revision.count({ where: { key, kind: "published" } })).toBe(1);
  });

  test("one takes the same name as another at the same time: one has it", async () => {
    const answers = await Promise.all(
      editors.map((editor) =>
        editor("POST", "metrics", {
          body: { name: "Same", slug: "same", unit: "things", kind: "count", definition: "Things.", topic: "economy" },
          attempt: randomUUID(),
        }),
      ),
    );
    expect(codes(answers).sort()).toEqual([201, ...Array(19).fill(409)]);
    const derived = await Promise.all(
      editors.map((editor) => editor("POST", "organisations", { body: { name: "Same" }, attempt: randomUUID() })),
    );
    expect(new Set(derived.map(({ body }) => body.data.key)).size).toBe(20);
  });
});

describe("writes that share a transaction", () => {
  const row = { resource: "Test", kind: "created", after: "{}", who: "test" };

  test("one that is refused leaves nothing and takes nothing from the others, whose results are their own", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        withWriteTransaction(async (tx) => {
          await tx.revision.create({ data: { ...row, key: `shared ${index}` } });
          if (index % 3 === 0) throw new Error(`refused ${index}`);
          return index;
        }),
      ),
    );
    for (const [index, outcome] of outcomes.entries()) {
      expect(outcome).toMatchObject(index % 3 === 0 ? { reason: { message: `refused ${index}` } } : { value: index });
      expect(await db().revision.count({ where: { key: `shared ${index}` } })).toBe(index % 3 === 0 ? 0 : 1);
    }
  });

  test("an error of the database in one of them is that one's alone", async () => {
    const outcomes = await Promise.allSettled([
      withWriteTransaction((tx) => tx.revision.create({ data: { ...row, key: "before" } })),
      withWriteTransaction((tx) => tx.revision.create({ data: { ...row, key: "during" } })),
      withWriteTransaction((tx) => tx.revision.create({ data: { ...row, key: "wrong", kind: "no such kind" } })),
      withWriteTransaction((tx) => tx.revision.create({ data: { ...row, key: "after" } })),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    for (const key of ["before", "during", "after"]) expect(await db().revision.count({ where: { key } })).toBe(1);
  });
});
