import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import * as job from "@/app/api/v1/imports/[key]/route";
import * as rows from "@/app/api/v1/imports/[key]/rows/route";
import * as undo from "@/app/api/v1/imports/[key]/undo/route";
import * as imports from "@/app/api/v1/imports/route";
import { db } from "@/lib/data/db/client";
import { engine } from "@/lib/data/db/engines";
import { sheetsSentence } from "@/lib/importing/files/sheet-choice";
import type { ImportJob } from "@/lib/importing/job";
import type { PlannedRow } from "@/lib/importing/plan";
import { waitForJob } from "@/lib/jobs/import-jobs";
import { startScript } from "@/lib/jobs/start-script";
import { makePerson } from "@/tests/setup/site/people";

let editor: Readonly<Record<string, string>>;
let editorId = "";
let other: Readonly<Record<string, string>>;
let viewer: Readonly<Record<string, string>>;
beforeAll(async () => {
  const made = await makePerson("editor");
  editor = made.headers;
  editorId = made.person.id;
  other = (await makePerson("editor")).headers;
  viewer = (await makePerson("viewer")).headers;
});

const ADDRESS = "http://localhost/api/v1/imports";
const HEADER = "metric,region,wording,value,period,source,locator,phrase";
const row = (locator: string, value = "2,000") =>
  `companies-attracted,CN-GZ,about,"${value}",2020,china-daily-2019-guizhou-looms,${locator},"about ${value} companies"`;
const csv = (...lines: string[]) => [HEADER, ...lines].join("\n");

interface Answered {
  readonly status: number;
  readonly data: ImportJob;
  readonly code: string;
  readonly issues?: readonly { readonly row: number; readonly column: string; readonly code: string }[];
}

async function read(response: Response): Promise<Answered> {
  return { status: response.status, ...((await response.json()) as object) } as Answered;
}

/** Sends a file as a form. */
function sendForm(
  text: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const body = new FormData();
  body.set("file", new File([text], "a file.csv", { type: "text/csv" }));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return imports.POST(new Request(ADDRESS, { method: "POST", headers: { ...editor, ...headers }, body }), {
    params: Promise.resolve({}),
  });
}

/** Sends bytes as they are. */
function sendRaw(query: string, body: BodyInit, headers: Readonly<Record<string, string>>) {
  const init = { method: "POST", headers: { ...editor, ...headers }, body, duplex: "half" };
  return imports.POST(new Request(`${ADDRESS}?${query}`, init), { params: Promise.resolve({}) });
}

/** What lies in the folder of imports. */
function imported(): readonly string[] {
  const folder = path.join(path.dirname(process.env.DATABASE_URL?.slice("file:".length) ?? ""), "imports");
  return existsSync(folder) ? readdirSync(folder) : [];
}
const at = (key: string) => ({ params: Promise.resolve({ key }) });
const ask = (headers: Readonly<Record<string, string>>, method = "GET", path = "") =>
  new Request(`${ADDRESS}/${path}`, { method, headers });

describe("importing over the API", () => {
  test("a dry run writes nothing, an import writes once for its key, an undo takes it back", async () => {
    const before = await db().figure.count();
    const text = csv(row("api 1"), row("api 2"));
    const dry = await read(await sendForm(text, { mode: "dry-run" }));
    expect([dry.status, dry.data.state, dry.data.summary?.totals]).toMatchObject([200, "checked", { added: 2 }]);
    expect(await db().figure.count()).toBe(before);

    const key = { "idempotency-key": "api-import-1" };
    const [first, again] = [
      await read(await sendForm(text, { mode: "import", status: "published" }, key)),
      await read(await sendForm(text, { mode: "import", status: "published" }, key)),
    ];
    expect([first.status, again.status, first.data.label]).toEqual([201, 201, "a file.csv"]);
    expect(again.data.batch).toBe(first.data.batch);
    expect(await db().figure.count()).toBe(before + 2);
    expect((await read(await sendForm(csv(row("api 3")), { mode: "import" }, key))).status).toBe(422);

    const number = String(first.data.batch);
    const asked = (body: object) =>
      undo.POST(
        new Request(`${ADDRESS}/${number}/undo`, {
          method: "POST",
          headers: { ...editor, "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
        at(number),
      );
    const without = await read(await asked({}));
    expect([without.status, without.code]).toEqual([422, "reason_missing"]);
    const undone = await read(await asked({ reason: "A test" }));
    expect([undone.status, undone.data.undone]).toEqual([
      200,
      { retracted: 2, changedBack: 0, recordsRetracted: 0, kept: 0 },
    ]);
    expect((await read(await asked({ reason: "A test" }))).status).toBe(409);
    const person = await db().revision.findFirst({ where: { batchId: first.data.batch, kind: "undone" } });
    expect(person).toMatchObject({ who: "Test editor", reason: "A test", userId: expect.any(String) });
  });

  test("refused rows are listed with row, column and code, and are read page by page by their person only (T16)", async () => {
    const before = await db().revision.count();
    const text = csv(row("api 9"), row("api 10", "abc"), "nothing,CN-GZ,about,1,2020,,,");
    const answer = await read(
      await sendRaw("mode=import&status=published", text, {
        "content-type": "text/csv",
        "idempotency-key": "api-import-2",
      }),
    );
    expect(answer.status).toBe(422);
    expect(answer.issues?.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, "value", "not_a_number"],
      [4, "metric", "unknown_metric"],
      [4, "source", "missing"],
    ]);
    expect(await db().revision.count()).toBe(before);
    const { id } = answer.data;
    const page = async (headers: typeof editor, query: string) => {
      const response = await rows.GET(ask(headers, "GET", `${id}/rows?${query}`), at(id));
      return { status: response.status, ...((await response.json()) as { data?: readonly PlannedRow[] }) };
    };
    expect((await page(editor, "fate=refused")).data?.map((planned) => planned.row)).toEqual([3, 4]);
    expect((await page(editor, "fate=added&page=0")).data).toHaveLength(1);
    expect((await page(editor, "fate=added&page=1")).data).toEqual([]);
    expect((await page(editor, "fate=odd")).status).toBe(400);
    expect((await page(other, "fate=refused")).status).toBe(404);
    expect((await job.GET(ask(other), at(id))).status).toBe(404);
    expect((await job.DELETE(ask(other, "DELETE"), at(id))).status).toBe(404);
  });

  test("a long import answers at once, tells how far it is, and leaves nothing when it is cancelled", async () => {
    const before = [await db().figure.count(), await db().importBatch.count()];
    const text = csv(...Array.from({ length: 20_000 }, (_, index) => row(`api long ${index}`)));
    const started = await read(
      await sendForm(text, { mode: "import" }, { "idempotency-key": "api-import-3", prefer: "respond-async" }),
    );
    expect(started.status).toBe(202);
    const { id } = started.data;
    const seen = new Set<string>();
    for (let state = ""; !["done", "cancelled", "failed", "refused"].includes(state); ) {
      const now = await read(await job.GET(ask(editor), at(id)));
      state = now.data.state;
      seen.add(state);
      if (state === "writing" || now.data.done > 2000) await job.DELETE(ask(editor, "DELETE"), at(id));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect([...seen]).toContain("checking");
    expect([...seen].at(-1)).toBe("cancelled");
    expect([await db().figure.count(), await db().importBatch.count()]).toEqual(before);
  });

  test("a job of the one does not wait for those of the other; one that waits can be cancelled", async () => {
    const long = csv(...Array.from({ length: 20_000 }, (_, index) => row(`api wait ${index}`)));
    const later = { prefer: "respond-async" };
    const started = [
      await read(await sendForm(long, { mode: "dry-run" }, later)),
      await read(await sendForm(long, { mode: "dry-run" }, later)),
      await read(await sendForm(long, { mode: "dry-run" }, later)),
    ];
    const theirs = await read(await sendForm(csv(row("api 20")), { mode: "dry-run" }, other));
    expect([theirs.status, theirs.data.state]).toEqual([200, "checked"]);
    const states = async () =>
      Promise.all(started.map(async ({ data }) => (await read(await job.GET(ask(editor), at(data.id)))).data.state));
    expect((await states())[2]).toBe("waiting");
    for (const { data } of started) await job.DELETE(ask(editor, "DELETE"), at(data.id));
    expect((await states())[2]).toBe("cancelled");
    for (const { data } of started) await waitForJob(editorId, data.id, 30);
    expect(await states()).toEqual(["cancelled", "cancelled", "cancelled"]);
  });

  test("asking how an import stands counts as no change", async () => {
    const { data } = await read(await sendForm(csv(row("api 21")), { mode: "dry-run" }));
    const statuses = new Set<number>();
    for (let asked = 0; asked < 700; asked += 1) statuses.add((await job.GET(ask(editor), at(data.id))).status);
    expect([...statuses]).toEqual([200]);
    expect((await sendForm(csv(row("api 21")), { mode: "dry-run" })).status).toBe(200);
  });

  test("an import whose key is refused is not begun, and leaves no file", async () => {
    const key = { "idempotency-key": "api-import-used" };
    expect((await sendForm(csv(row("api 22")), { mode: "import" }, key)).status).toBe(201);
    const before = [imported().length, await db().importBatch.count()];
    expect((await sendForm(csv(row("api 23")), { mode: "import" }, key)).status).toBe(422);
    expect([imported().length, await db().importBatch.count()]).toEqual(before);
  });

  // A connection of PostgreSQL's cannot be kept from writing for all requests at once.
  const canBeReadOnly = engine().provider === "sqlite";
  test.runIf(canBeReadOnly)("an import whose key cannot be written down is not begun, and leaves no file", async () => {
    const traces = async () => [imported().length, await db().importBatch.count(), await db().idempotencyKey.count()];
    const send = (key: string) => sendForm(csv(row("api 26")), { mode: "import" }, { "idempotency-key": key });
    const before = await traces();
    await db().$executeRawUnsafe("PRAGMA query_only = ON");
    try {
      expect((await send("api-import-read-only")).status).toBe(503);
      expect(await traces()).toEqual(before);
    } finally {
      await db().$executeRawUnsafe("PRAGMA query_only = OFF");
    }
    // The same key is as good as new: done, or begun where the machine is slow.
    expect([201, 202]).toContain((await send("api-import-read-only")).status);
  });

  test("asked again after the site was started anew, a finished import is found and an unfinished one is done", async () => {
    const shared = globalThis as { footnoteImports?: unknown };
    const key = (name: string) => ({ "idempotency-key": name });
    const finished = await read(await sendForm(csv(row("api 24")), { mode: "import" }, key("api-restart-1")));
    delete shared.footnoteImports;
    const found = await read(await sendForm(csv(row("api 24")), { mode: "import" }, key("api-restart-1")));
    expect([found.status, found.data.state, found.data.batch]).toEqual([201, "done", finished.data.batch]);
    // As it stands where the site was stopped between the confirmation of the key and the import.
    const refused = await read(await sendForm(csv(row("api 25", "abc")), { mode: "import" }, key("api-restart-2")));
    expect(refused.status).toBe(422);
    delete shared.footnoteImports;
    const again = await read(await sendForm(csv(row("api 25", "abc")), { mode: "import" }, key("api-restart-2")));
    expect([again.status, again.code]).toEqual([422, "refused"]);
  });

  test("a script that hears nothing any more is ended by force", async () => {
    const script = path.join(mkdtempSync(path.join(tmpdir(), "footnote-script-")), "endless.ts");
    writeFileSync(script, 'process.send?.("here"); for (;;);');
    let hasBegun: (value: unknown) => void = () => undefined;
    const begun = new Promise((resolve) => {
      hasBegun = resolve;
    });
    const running = startScript(script, [], hasBegun);
    await begun;
    running.cancel();
    running.kill();
    expect(await running.ended).toEqual({ code: null, signal: "SIGKILL" });
  });

  test("a viewer may not import, a stranger is nobody", async () => {
    const init = { method: "POST", body: csv(row("x")) };
    const send = (headers: Readonly<Record<string, string>>) =>
      imports.POST(
        new Request(`${ADDRESS}?mode=dry-run`, { ...init, headers: { "content-type": "text/csv", ...headers } }),
        { params: Promise.resolve({}) },
      );
    expect([(await send(viewer)).status, (await send({})).status]).toEqual([403, 401]);
    expect((await imports.GET(ask(viewer), { params: Promise.resolve({}) })).status).toBe(200);
  });
});

describe("what is no import is refused as soon as it is known (T31)", () => {
  const type = { "content-type": "text/csv" };
  const cases: readonly (readonly [string, string, BodyInit, Readonly<Record<string, string>>, number])[] = [
    ["without a mode", "", csv(row("a")), type, 422],
    ["with an unknown number format", "mode=dry-run&numberFormat=xx", csv(row("a")), type, 422],
    ["with an unknown question", "mode=dry-run&__proto__=1", csv(row("a")), type, 422],
    ["with a mapping that is none", "mode=dry-run&mapping=7", csv(row("a")), type, 422],
    ["without a key", "mode=import", csv(row("a")), type, 400],
    ["of nothing", "mode=dry-run", "", type, 400],
    ["as JSON", "mode=dry-run", "{}", { "content-type": "application/json" }, 415],
    ["as a picture", "mode=dry-run", "<svg/>", { "content-type": "image/svg+xml" }, 415],
    ["compressed", "mode=dry-run", csv(row("a")), { ...type, "content-encoding": "gzip" }, 415],
    ["that says it is too long", "mode=dry-run", csv(row("a")), { ...type, "content-length": "99999999" }, 413],
    ["in a broken form", "mode=dry-run", "--x\r\n", { "content-type": "multipart/form-data; boundary=y" }, 400],
  ];
  test.each(cases)("a file %s", async (_, query, body, headers, status) => {
    expect((await sendRaw(query, body, headers)).status).toBe(status);
  });

  test("a file without end is read no further than its limit", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const before = process.memoryUsage().rss;
    expect((await sendRaw("mode=dry-run", body, type)).status).toBe(413);
    expect(sent).toBeLessThan(16 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test.each([
    ["broken quoting", 'a,b\n"1,2\n', 400, "broken_quoting"],
    ["no text", new Uint8Array([0x61, 0x2c, 0xe9, 0x01, 0x02, 0x0a]), 415, "not_text"],
    ["a header that is no column", "__proto__,value\n1,2\n", 422, "refused"],
    ["a workbook that is none", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 422, "not_a_workbook"],
  ])("%s is said", async (_, body, status, code) => {
    const answer = await read(
      await sendRaw("mode=dry-run", body as BodyInit, { "content-type": "application/octet-stream" }),
    );
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(({} as { value?: unknown }).value).toBeUndefined();
  });

  test("of a workbook the sheet in sight is read, or the one that is named; the others are said", async () => {
    const sheet = (locator: string) => [
      HEADER.split(","),
      row(locator).replaceAll('"', "").replaceAll("2,000", "2000").split(","),
    ];
    const sheets = [
      { name: "Old", rows: sheet("hidden"), hidden: true },
      { name: "New", rows: sheet("shown") },
      { name: "More", rows: sheet("more") },
    ];
    const workbook = (await writeXlsx({ sheets })) as Uint8Array<ArrayBuffer>;
    const type = { "content-type": "application/octet-stream" };
    const labels = async (query: string) => {
      const { data } = await read(await sendRaw(`mode=dry-run${query}`, workbook, type));
      return [data.summary?.totals.added, data.sheets.filter(({ isRead }) => isRead).map(({ name }) => name)];
    };
    expect(await labels("")).toEqual([1, ["New"]]);
    expect(await labels("&sheet=More")).toEqual([1, ["More"]]);
    const { data } = await read(await sendRaw("mode=dry-run", workbook, type));
    expect(sheetsSentence(data.sheets)).toBe("Sheet “New” is read, one of 3; not read: “Old” (hidden), “More”.");
    const unknown = await read(await sendRaw("mode=dry-run&sheet=Nope", workbook, type));
    expect([unknown.status, unknown.code]).toEqual([422, "no_sheet"]);
  });

  test("an Excel workbook is imported as it is shown", async () => {
    const rows = [
      HEADER.split(","),
      [
        "companies-attracted",
        "CN-GZ",
        "about",
        2500,
        "2020",
        "china-daily-2019-guizhou-looms",
        "xlsx 1",
        "about 2,500",
      ],
    ];
    const workbook = (await writeXlsx({ sheets: [{ name: "Figures", rows }] })) as Uint8Array<ArrayBuffer>;
    const sheet = { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
    const answer = await read(
      await sendRaw("mode=import&name=book.xlsx", workbook, { ...sheet, "idempotency-key": "api-xlsx" }),
    );
    expect([answer.status, answer.data.label]).toEqual([201, "book.xlsx"]);
    const figure = await db().figure.findFirst({ where: { batchId: answer.data.batch } });
    expect(figure).toMatchObject({ digits: "2500", status: "draft" });
  });

  test("our own download of figures is known row by row", async () => {
    const answer = await read(await sendRaw("mode=dry-run", readFileSync("prisma/data/figures.csv"), type));
    expect(answer.data.summary?.totals).toEqual({ added: 0, changed: 0, unchanged: 467, refused: 0 });
  });
});
