import { describe, expect, test } from "vitest";
import { db } from "@/lib/data/db/client";
import { figureBody } from "@/tests/setup/data/figure-body";
import { everything, request, run } from "@/tests/setup/data/importing";
import { asEditor } from "@/tests/setup/site/as-editor";

// Of claims about the same at most one is preferred, whichever way it is written.

const { api, create, source } = await asEditor();
const body = figureBody(source);

/** Years that no other figure tells of, one for each test. */
let year = 1900;

const WHY = "It counts all of them";
const change = { cause: "typo", reason: "Read again" } as const;
const claim = (value: string, more: object = {}) =>
  body({ value, wording: "exactly", period: `${year}`, status: "published", ...more });
async function made(value: string, more: object = {}): Promise<string> {
  const answer = await create("figures", claim(value, more));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.data.key;
}
const prefer = (key: string, version: number, preferredReason: string | null = WHY) =>
  api("PATCH", `figures/${key}`, { body: { preferredReason, ...change }, version });
const reasonsOf = async (...keys: readonly string[]) =>
  (await db().figure.findMany({ where: { publicId: { in: [...keys] } }, orderBy: { id: "asc" } })).map(
    ({ preferredReason, version }) => [preferredReason, version],
  );
const told = (first: string, digits: string, second: string) =>
  expect.stringContaining(
    `only one is preferred, and that is ${digits} (figure ${first}). To prefer ${second}, first empty “Preferred, because” there`,
  );

describe("the second of claims about the same is refused, names the first, and nothing of it is saved", () => {
  test("by a change", async () => {
    year += 1;
    const [first, second] = [await made("9500", { preferredReason: WHY }), await made("9600")];
    const refused = await prefer(second, 1);
    expect([refused.status, refused.body.issues]).toEqual([
      409,
      [{ path: "preferredReason", code: "preferred_already", message: told(first, "9500", "9600") }],
    ]);
    expect(await reasonsOf(first, second)).toEqual([
      [WHY, 1],
      [null, 1],
    ]);
    // The cure that it names.
    expect((await prefer(first, 1, null)).status).toBe(200);
    expect((await prefer(second, 1)).status).toBe(200);
    expect((await prefer(second, 2, "It is newer")).status).toBe(200);
    expect(await reasonsOf(first, second)).toEqual([
      [null, 2],
      ["It is newer", 3],
    ]);
  });

  test("by a new figure", async () => {
    year += 1;
    const first = await made("9500", { preferredReason: WHY });
    const before = await everything();
    const refused = await create("figures", claim("9600", { preferredReason: WHY }));
    expect([refused.status, refused.body.detail]).toEqual([409, told(first, "9500", "9600")]);
    expect(await everything()).toBe(before);
  });

  test("by what is published, restored or moved to where another one is", async () => {
    year += 1;
    const first = await made("9500", { preferredReason: WHY });
    const draft = await made("9600", { preferredReason: WHY, status: "draft" });
    const publish = await api("PATCH", `figures/${draft}`, { body: { status: "published" }, version: 1 });
    expect(publish.body.issues?.[0]).toMatchObject({ code: "preferred_already" });
    const elsewhere = await made("9700", { preferredReason: WHY, region: "CN-BJ" });
    const moved = await api("PATCH", `figures/${elsewhere}`, { body: { region: "CN-GZ", ...change }, version: 1 });
    expect(moved.body.issues?.[0]).toMatchObject({ message: told(first, "9500", "9700") });
    await api("DELETE", `figures/${first}`, { body: { reason: "It was wrong" }, version: 1 });
    expect((await api("PATCH", `figures/${draft}`, { body: { status: "published" }, version: 1 })).status).toBe(200);
    const { body: history } = await api("GET", `figures/${first}/history`);
    const back = { revision: history.data.at(-1).revision, before: false, ...change };
    const restored = await api("POST", `figures/${first}/restore`, { body: back, version: 2 });
    expect(restored.body.issues?.[0]).toMatchObject({ message: told(draft, "9600", "9500") });
    expect(await reasonsOf(first, draft, elsewhere)).toEqual([
      [WHY, 2],
      [WHY, 2],
      [WHY, 1],
    ]);
  });

  test("by many at once: none of them is published", async () => {
    year += 1;
    const drafts = [
      await made("9500", { preferredReason: WHY, status: "draft" }),
      await made("9600", { preferredReason: WHY, status: "draft" }),
    ];
    const items = drafts.map((key) => ({ key, version: 1 }));
    const refused = await api("POST", "figures/bulk", { body: { action: "publish", items } });
    expect(refused.body.issues).toEqual([
      { path: "items.1.preferredReason", code: "preferred_already", message: told(drafts[0] ?? "", "9500", "9600") },
    ]);
    expect(await db().figure.count({ where: { publicId: { in: drafts }, status: "published" } })).toBe(0);
  });

  const HEADER = "figure,metric,region,wording,value,period,source,locator,phrase,preferred_reason";
  const row = (value: string, reason: string, figure = "") =>
    `${figure},companies-attracted,CN-GZ,exactly,${value},${year},${source},para ${value},${value} companies,${reason}`;
  const imported = (...rows: readonly string[]) => run(request([HEADER, ...rows].join("\r\n"), {}, change));

  test("by a file, whether two of its rows or one beside a figure that is there", async () => {
    year += 1;
    const before = await everything();
    await expect(imported(row("9500", WHY), row("9600", WHY))).rejects.toMatchObject({
      code: "preferred_already",
      message: expect.stringContaining("of claims about the same only one is preferred, and that is 9"),
    });
    expect(await everything()).toBe(before);
    const first = await made("9700", { preferredReason: WHY });
    const beside = await everything();
    await expect(imported(row("9800", WHY), row("9850", ""))).rejects.toMatchObject({
      message: told(first, "9700", "9800"),
    });
    expect(await everything()).toBe(beside);
    expect((await imported(row("9800", ""), row("9850", ""))).summary.totals.added).toBe(2);
  });

  test("by a file that changes figures; one that moves the preference does it", async () => {
    year += 1;
    const [first, second] = [await made("9500", { preferredReason: WHY }), await made("9600")];
    const before = await everything();
    await expect(imported(row("9600", WHY, second))).rejects.toMatchObject({ message: told(first, "9500", "9600") });
    expect(await everything()).toBe(before);
    await imported(row("9600", WHY, second), row("9500", "", first));
    expect((await reasonsOf(first, second)).map(([reason]) => reason)).toEqual([null, WHY]);
  });
});

test("what does not compare may each be preferred: another year, basis, release, outlook, or none with a time", async () => {
  year += 1;
  await made("9500", { preferredReason: WHY });
  await made("9500", { preferredReason: WHY, basis: "with suppliers" });
  await made("9500", { preferredReason: WHY, release: "preliminary" });
  await made("9500", { preferredReason: WHY, outlook: "target" });
  await made("9500", { preferredReason: WHY, period: null });
  await made("9600", { preferredReason: WHY, period: null });
  year += 1;
  expect(await made("9500", { preferredReason: WHY })).toMatch(/^\w{24}$/);
  // A draft is seen by nobody.
  expect(await made("9600", { preferredReason: WHY, status: "draft" })).toMatch(/^\w{24}$/);
});
