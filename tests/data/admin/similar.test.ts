import { describe, expect, test } from "vitest";
import { figureBody } from "@/tests/setup/data/figure-body";
import { asEditor } from "@/tests/setup/site/as-editor";

const { api, create, source } = await asEditor();
const figure = figureBody(source);

describe("figures that may be the same", () => {
  test("are told with how they stand to what is typed", async () => {
    const { key } = (await create("figures", figure({ value: "4,321", wording: "exactly", period: "2011" }))).body.data;
    const ask = async (value: string, wording = "exactly") =>
      (
        await api(
          "GET",
          `figures/likely?metric=companies-attracted&region=CN-GZ&period=2011&value=${value}&wording=${wording}`,
        )
      ).body.rows.find((row: { key: string }) => row.key === key);
    expect(await ask("4,321")).toMatchObject({ same: true, status: "draft", verdict: { kind: "agree" } });
    expect(await ask("5000")).toMatchObject({ same: false, verdict: { kind: "differ" } });
    expect(await ask("", "about")).toMatchObject({ same: false, verdict: null });
    // The same number without a time, or filed under another region, is likely the same; at another time it is not.
    const experts = "figures/likely?metric=internet-hospital-experts&value=2000&wording=about";
    const organisation = "39-internet-hospital-longmaster";
    const likely = async (rest: string) => (await api("GET", `${experts}${rest}`)).body.rows[0] ?? null;
    expect(await likely(`&region=CN-GZ&organisation=${organisation}`)).toMatchObject({ value: "2000", same: true });
    expect(await likely("&region=CN-GZ-guiyang")).toMatchObject({ same: true, verdict: { kind: "not_comparable" } });
    expect(await likely("&region=CN-GZ-guiyang&period=2011")).toMatchObject({ same: false });
    expect(await likely("&region=CN-BJ")).toBeNull();
    // A range is compared with both its ends, a target never as an outcome.
    const range = figure({ wording: "between", value: "70", valueHigh: "80", period: "2009" });
    const { key: rangeKey } = (await create("figures", range)).body.data;
    const near = async (rest: string) =>
      (await api("GET", `figures/likely?metric=companies-attracted&region=CN-GZ&period=2009&${rest}`)).body.rows.find(
        (row: { key: string }) => row.key === rangeKey,
      );
    expect(await near("value=95&wording=exactly")).toMatchObject({ same: false, verdict: { kind: "differ" } });
    expect(await near("value=75&wording=exactly")).toMatchObject({ same: false, verdict: { kind: "agree" } });
    expect(await near("value=70&valueHigh=80&wording=between")).toMatchObject({ same: true });
    expect(await near("value=70&valueHigh=95&wording=between")).toMatchObject({ same: false });
    expect(await near("value=90&valueHigh=95&wording=between")).toMatchObject({ verdict: { kind: "differ" } });
    expect(await near("value=95&wording=exactly&outlook=target")).toMatchObject({
      same: false,
      verdict: { kind: "not_comparable" },
    });
    // Half a range is at least its lower end.
    expect(await near("value=70&wording=between")).toMatchObject({ same: false, verdict: { kind: "agree" } });
    expect((await api("GET", "figures/likely?region=CN-GZ&period=%00&value=1e999")).body).toEqual({ rows: [] });
  });
});
