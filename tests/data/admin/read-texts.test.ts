import { beforeAll, describe, expect, test } from "vitest";
import { apiAs } from "@/tests/setup/data/api";
import { makePerson } from "@/tests/setup/site/people";

let editor: ReturnType<typeof apiAs>;
let viewer: ReturnType<typeof apiAs>;

beforeAll(async () => {
  editor = apiAs((await makePerson("editor")).headers);
  viewer = apiAs((await makePerson("viewer")).headers);
});

const TEXT = "In 2018, more than 8,900 companies moved in.\n\nIt raised 70 million yuan ($10.5 million) last year.";

// Each is let in by a token, as a script is; sessions are asked in tests/editors/policy.test.ts.
describe("POST /api/v1/read", () => {
  test("answers every figure with its place and its reading", async () => {
    const { status, body } = await editor("POST", "read", { body: { text: TEXT, published: "2019-02-28" } });
    expect(status).toBe(200);
    const { candidates, paragraphs, cut } = body.data;
    expect(cut).toBe(false);
    expect(paragraphs).toHaveLength(2);
    expect(candidates).toMatchObject([
      {
        start: 9,
        end: 34,
        text: "more than 8,900 companies",
        wording: "more_than",
        value: "8900",
        valueHigh: null,
        digits: "8,900",
        unit: "companies",
        currency: null,
        period: "2018",
        speaker: null,
        target: false,
        confidence: "high",
        reason: null,
        paragraph: 1,
      },
      {
        text: "70 million yuan ($10.5 million)",
        value: "70000000",
        digits: "70 million",
        currency: "CNY",
        alternative: { digits: "10500000", unit: "USD" },
        period: "2018",
        paragraph: 2,
      },
    ]);
    for (const { start, end, text } of candidates) expect(TEXT.slice(start, end)).toBe(text);
  });

  test("names every figure by the same keys, and no others", async () => {
    const text =
      "截至2019年底，园区吸引了超过9500家企业。Thousands of firms paid about $5 million a year, said Li Na, mayor of Cloud City.";
    const { body } = await editor("POST", "read", { body: { text, language: "zh", published: "2020-01-31" } });
    const asked = "start end text wording value valueHigh digits unit currency period speaker target confidence reason";
    const more = "paragraph sentence asOf unitKind whole per change qualifier alternative";
    const keys = `${asked} ${more}`.split(" ").sort();
    expect(body.data.candidates).toHaveLength(3);
    for (const candidate of body.data.candidates) expect(Object.keys(candidate).sort()).toEqual(keys);
    expect(body.data.candidates).toMatchObject([
      { digits: "9500", wording: "more_than", asOf: "2019-12-31", currency: null, target: false },
      { wording: null, value: null, confidence: "low", reason: "The text gives an order, not a number." },
      { digits: "5 million", wording: "about", value: "5000000", currency: "USD", per: "year" },
    ]);
    expect(body.data.candidates[2].speaker).toBe("Li Na, mayor of Cloud City");
  });

  test.each([
    ["{", 400, "bad_json"],
    ['{"text": "a", "text": "b"}', 400, "key_twice"],
    ["[]", 422, "invalid_type"],
  ])("refuses %s, naming cause and cure", async (raw, status, code) => {
    const answer = await editor("POST", "read", { raw });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/^(?:The body is not JSON: check|“text” is named twice: name|Send an object)/);
  });

  test.each([
    [{}, "text"],
    [{ text: 5 }, "text"],
    [{ text: "a", language: "english" }, "language"],
    [{ text: "a", published: "28/02/2019" }, "published"],
    [{ text: "a", published: 2019 }, "published"],
    [{ text: "a", language: 5 }, "language"],
    [{ text: "a", keep: true }, "keep"],
  ])("refuses %j, naming the field and what to send", async (body, path) => {
    const answer = await editor("POST", "read", { body });
    expect(answer.status).toBe(422);
    expect(answer.body.issues[0].path).toBe(path);
    expect(answer.body.issues[0].message).toMatch(/^(?:Send|Write)|take it away$/);
  });

  test("is for editors", async () => {
    expect((await apiAs({})("POST", "read", { body: { text: TEXT } })).status).toBe(401);
    expect((await viewer("POST", "read", { body: { text: TEXT } })).status).toBe(403);
  });

  test("takes no more than a megabyte", async () => {
    expect((await editor("POST", "read", { body: { text: "x".repeat(1_000_001) } })).status).toBe(413);
  });

  test("a short text is answered before a long one that came first", async () => {
    const answered: string[] = [];
    const ask = async (name: string, text: string) => {
      expect((await editor("POST", "read", { body: { text } })).status).toBe(200);
      answered.push(name);
    };
    await Promise.all([ask("long", "words and more ".repeat(40_000)), ask("short", TEXT)]);
    expect(answered).toEqual(["short", "long"]);
  });

  test("says so where it stopped early, and how much it takes", async () => {
    const figures = await editor("POST", "read", { body: { text: "It has 300 firms. ".repeat(2_100) } });
    expect([figures.body.data.cut, figures.body.data.candidates.length]).toEqual([true, 2_000]);
    const sentences = await editor("POST", "read", { body: { text: "好。".repeat(20_100) } });
    expect(sentences.body.data.cut).toBe(true);
    const lines = await editor("POST", "read", { body: { text: "a\n".repeat(20_001) } });
    expect(lines.status).toBe(422);
    expect(lines.body.issues).toMatchObject([{ path: "text", message: expect.stringContaining("20,000 lines") }]);
  });

  test.each([
    ["news", "more than 8,900 companies moved in, which paid 3.1 billion yuan ($460 million) in 2018. "],
    ["one endless sentence", "and 300 firms "],
  ])(
    "lets other requests in while it reads a text of 900 kB: %s",
    async (_, piece) => {
      let turns = 0;
      const pulse = setInterval(() => {
        turns += 1;
      }, 1);
      const { status } = await editor("POST", "read", { body: { text: piece.repeat(900_000 / piece.length) } });
      clearInterval(pulse);
      expect(status).toBe(200);
      // Read in one go it would be one turn or none; bench/reading-speed.ts says how long each is.
      expect(turns).toBeGreaterThan(1);
    },
    60_000,
  );
});
