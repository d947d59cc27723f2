import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { MetricKind } from "@/lib/figures/figure";
import { sureMetric } from "@/lib/reading/metrics/sure-metric";
import { readText } from "@/lib/reading/read-text";

function table(name: string): readonly Record<string, string>[] {
  const text = readFileSync(`prisma/data/${name}.csv`, "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
const DETAILS = new Map(table("metric-details").map((row) => [row.metric_id, row]));
/** The metrics of the seed: 130, of many kinds, and close to one another. */
const METRICS = table("metrics").map(({ metric_id = "", name = "", unit = "", kind, definition = "" }) => ({
  slug: metric_id,
  name,
  unit,
  kind: kind as MetricKind,
  definition,
  counted: DETAILS.get(metric_id)?.counted || null,
}));

/** For each figure of a sentence, the metric that may stand without a question, or null. */
function sureOf(sentence: string): readonly (string | null)[] {
  const { candidates } = readText(sentence);
  return candidates.map((figure, index) =>
    sureMetric(
      sentence,
      figure,
      { start: candidates[index - 1]?.end ?? 0, end: candidates[index + 1]?.start ?? sentence.length },
      METRICS,
    ),
  );
}

// Each sentence with the metric of each of its figures, decided by reading the sentence and the definitions.
test.each<[string, readonly (string | null)[]]>([
  // Unit and words both fit.
  ["By the end of 2018 the state counted more than 1,250 start-ups.", ["startups"]],
  ["The city is home to 14 unicorns.", ["unicorns"]],
  ["There were about 800 million internet users in the country.", ["internet-users"]],
  ["The country had 780 million mobile internet users.", ["mobile-internet-users"]],
  ["High-tech exports reached 3.2 billion dollars.", ["high-tech-exports-usd"]],
  ["Software and IT service revenue came to 61 billion yuan.", ["software-revenue-cny"]],
  ["Software and IT service revenue grew 14.2 percent.", ["software-revenue-growth"]],
  ["GDP grew 6.7 percent last year.", ["gdp-growth"]],
  ["Gross domestic product was 1.38 trillion yuan.", ["gdp-cny"]],
  ["The digital economy made up 30 percent of GDP.", ["digital-economy-share-gdp"]],
  ["The digital economy grew 22.1 percent.", ["digital-economy-growth"]],
  ["It operates 8,200 server racks.", ["server-racks"]],
  ["The growth of tech jobs was 4.4 percent.", ["tech-jobs-growth"]],
  ["全国独角兽企业有14家独角兽企业。", ["unicorns"]],
  // Each figure goes by the words of its own.
  ["GDP grew 6.7 percent and the digital economy 12 percent.", ["gdp-growth", null]],
  ["The city has 14 unicorns and 500 start-ups.", ["unicorns", "startups"]],
  // A fall is of a change, too.
  ["GDP fell 3.2 percent.", ["gdp-growth"]],
  // What reads like a metric and is not sure: never filled in.
  ["In the wider area, nearly 185,000 people worked in technology.", [null]],
  ["There is a station in fewer than 40 of the state's 254 counties.", [null, null]],
  ["The programme has helped at least 1,250 to start.", [null]],
  ["Rents rose 23 percent.", [null]],
  ["Between 60 and 70 take part.", [null]],
  ["Between 60 and 70 firms take part.", [null]],
  ["212 resident firms share the tower.", [null]],
  ["The network has 60,000 doctors.", [null]],
  ["The district has 450 incubators.", [null]],
  ["全省孵化器450家左右。", [null]],
  ["平台注册医生逾60万人。", [null]],
  ["Exports fell 3.2 percent.", [null]],
  ["High-tech exports fell 3.2 percent.", [null]],
  ["Agriculture made up 11 percent of GDP.", [null]],
  ["The university spends 30 percent on wages.", [null]],
  ["The fund paid 45 yuan for each ticket.", [null]],
  ["A consultation takes 12 minutes.", [null]],
  ["The centre has 120 hospital beds.", [null]],
  ["About 300 start-up founders came.", [null]],
  ["The digital economy contributed 40 percent of export revenue.", [null]],
  ["Farm start-ups number 35.", [null]],
  ["Some 300 agricultural start-ups applied.", [null]],
  ["About 90 unicorn employees left.", [null]],
  ["Big data companies paid 3 billion yuan in taxes.", [null]],
  ["The tower cost 2 billion yuan.", [null]],
  ["Sales of the company rose to 2 billion yuan.", [null]],
  ["The region lost 900 tech jobs.", [null]],
  ["Some 5,000 5G phones were sold.", [null]],
  ["The road is 40 kilometres long.", [null]],
  ["Prices rose 3.1 percentage points less than planned.", [null]],
  ["The servers draw 90 megawatts.", [null]],
  ["The exhibition attracted 40,000 people.", [null]],
  ["Unicorns raised 3 billion yuan.", [null]],
  ["It plans to train 5,000 experts.", [null]],
  // A second set, of neighbours that are easily taken for one another.
  ["Unlike the digital economy, agriculture made up 11 percent of GDP.", [null]],
  ["Investment in the digital economy made up 5 percent of GDP.", [null]],
  ["The digital economy lost 30 percent of its workers.", [null]],
  ["The number of start-ups rose by 14 percent.", [null]],
  ["1,250 start-ups in incubators pay no rent.", [null]],
  ["1,250 start-ups closed.", [null]],
  ["It counted 14 unicorns and 22 hidden champions.", ["unicorns", null]],
  ["The country has 22 Chinese unicorns.", ["unicorns"]],
  ["The state is to have 2,000 start-ups by 2025.", ["startups"]],
  ["Tech exports grew 12 percent.", [null]],
  ["IT exports grew 12 percent.", ["it-exports-growth"]],
  ["It said exports grew 12 percent.", [null]],
  ["IT exports reached 300 billion rupees.", ["it-exports-inr"]],
  ["IT exports reached 3 billion dollars.", [null]],
  ["Foreign investment in big data was 3 billion yuan.", [null]],
  ["Investment in big data was 3 billion yuan.", ["big-data-investment-cny"]],
  ["Investment in big data grew by a third.", ["big-data-investment-growth"]],
  ["Telecommunications revenue fell 4 percent.", ["telecom-revenue-growth"]],
  ["Electronics output of the plant fell 4 percent.", [null]],
  ["Only 300 hospitals are open.", [null]],
  ["Some 12 internet hospitals are open.", [null]],
  ["There are 12 internet hospitals.", ["internet-hospitals"]],
  ["There are 26 5G base stations per 10,000 people.", ["5g-base-stations-per-10000"]],
  ["The plan costs 12 yuan a month.", [null]],
  ["Internet users watch 3 hours of video.", [null]],
  ["数字经济同比增长12.3%。", ["digital-economy-growth"]],
  ["数字经济占生产总值的30%。", ["digital-economy-share-gdp"]],
  ["农业占生产总值的30%。", [null]],
  ["数字经济企业投资12亿元。", [null]],
  ["软件出口下降4.2%。", [null]],
  ["医院专家60名。", [null]],
])("%s", (sentence, expected) => {
  expect(sureOf(sentence)).toEqual(expected);
});
