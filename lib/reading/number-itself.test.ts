import { describe, expect, test } from "vitest";
import { readText } from "@/lib/reading/read-text";

/** What a text says, figure by figure: span, value or range, unit. */
function figuresOf(text: string, language: string | null = null): readonly string[] {
  return readText(text, { language, published: "2019-02-28" }).candidates.map(
    ({ text: span, value, valueHigh, unit }) =>
      `${span} = ${value}${valueHigh === null ? "" : `..${valueHigh}`} ${unit?.text ?? "-"}`,
  );
}

describe("a number keeps its sign", () => {
  test.each([
    ["Factory output moved by −2.6 percent.", "−2.6 percent = -2.6 percent"],
    ["Net lending was ﹣740 euros.", "﹣740 euros = -740 EUR"],
    ["The index stood at –14 points.", "–14 points = -14 points"],
    ["The account closed at -$3.1 million.", "-$3.1 million = -3100000 USD"],
    ["It fell to minus 9 degrees.", "minus 9 degrees = -9 degrees"],
    ["Rates were negative 0.7 percent.", "negative 0.7 percent = -0.7 percent"],
    ["零售额增速为－1.4%。", "－1.4% = -1.4 percent"],
    ["物价变动为负0.8%。", "负0.8% = -0.8 percent"],
    ["Between -2 and 3 percent is expected.", "Between -2 and 3 percent = -2..3 percent"],
    ["A loss of $(6.2) million was booked.", "$(6.2) million = -6200000 USD"],
  ])("%s", (text, figure) => {
    expect(figuresOf(text)).toEqual([figure]);
  });

  test.each([
    ["a dash", "The plant – 300 welders – is shut.", "300 welders = 300 welders"],
    ["a hyphen", "A mid-40 percent share.", ""],
    ["a range", "It takes 20-30 hours.", "20-30 hours = 20..30 hours"],
    ["a bullet", "- 40 ships were sold.", "40 ships = 40 ships"],
    ["debts", "该公司负债12亿元。", "12亿元 = 1200000000 CNY"],
  ])("%s is no sign", (_, text, figure) => {
    expect(figuresOf(text)).toEqual(figure === "" ? [] : [figure]);
  });

  test("growth below zero is a fall, and what falls below zero twice is asked", () => {
    const read = (text: string) => readText(text, { published: "2019-02-28" }).candidates[0];
    expect(read("Export growth came to -2.2 percent.")).toMatchObject({ value: "-2.2", change: "down" });
    expect(read("Exports fell 2.2 percent.")).toMatchObject({ value: "2.2", change: "down", confidence: "high" });
    expect(read("Exports fell -2.2 percent.")).toMatchObject({ value: "-2.2", change: "down", confidence: "low" });
  });
});

describe("what stands in or at a number does not split it and does not join it", () => {
  test.each([
    ["It has 27 000 pupils.", "27 000 pupils = 27000 pupils"],
    ["It has 5'310 pupils.", "5'310 pupils = 5310 pupils"],
    ["It has 5’310’000 pupils.", "5’310’000 pupils = 5310000 pupils"],
    ["It has 27\u2009450 pupils.", "27\u2009450 pupils = 27450 pupils"],
    ["It has 8,100² pupils.", "8,100² pupils = 8100 pupils"],
    ["It has 8,100[3] pupils.", "8,100[3] pupils = 8100 pupils"],
    ["It has 8,100(3) pupils.", "8,100(3) pupils = 8100 pupils"],
    ["It covers 64 km².", "64 km² = 64 km²"],
    ["It has 8\u200b,100 pu\u00adpils.", "8\u200b,100 pu\u00adpils = 8100 pupils"],
    ["It has\ufeff 8,1\u206000 pupils.", "8,1\u206000 pupils = 8100 pupils"],
    ["It has 8,<b>100</b>&nbsp;pupils.", "8,<b>100</b>&nbsp;pupils = 8100 pupils"],
    ['<td width="50%">8,100 pupils<sup>4</sup></td>', "8,100 pupils = 8100 pupils"],
  ])("%j", (text, figure) => {
    expect(figuresOf(text)).toEqual([figure]);
  });

  test.each([
    ["en", "A million and a half pupils came.", "A million and a half pupils = 1500000 pupils"],
    ["en", "It has 14 thousand three hundred pupils.", "14 thousand three hundred pupils = 14300 pupils"],
    ["en", "It has 14.5 k pupils.", "14.5 k pupils = 14500 pupils"],
    ["zh", "投资2万3千亿元。", "2万3千亿元 = 2300000000000 CNY"],
    ["zh", "投资1万4000亿元。", "1万4000亿元 = 1400000000000 CNY"],
    ["zh", "投资6千多亿元。", "6千多亿元 = 600000000000 CNY"],
    ["zh", "投资2亿零4百万元。", "2亿零4百万元 = 204000000 CNY"],
    ["zh", "投资2千到4千万元。", "2千到4千万元 = 20000000..40000000 CNY"],
    ["zh", "投资2万到4万元。", "2万到4万元 = 20000..40000 CNY"],
    ["zh", "约有2百30万人。", "约有2百30万人 = 2300000 人"],
    ["zh", "占4成5的企业。", "4成5 = 45 percent"],
    ["es", "Suma 1 billón de euros.", "1 billón de euros = 1000000000000 EUR"],
    ["fr", "Soit 1,4 billion d'euros.", "1,4 billion d'euros = 1400000000000 EUR"],
    ["nl", "Het is 1,4 biljoen euro.", "1,4 biljoen euro = 1400000000000 EUR"],
    ["sv", "Summan är 1,4 biljoner kronor.", "1,4 biljoner kronor = 1400000000000 SEK"],
    ["en", "It cost 1.4 billion euros.", "1.4 billion euros = 1400000000 EUR"],
    ["zh", "投资3亿5千万元。", "3亿5千万元 = 350000000 CNY"],
    ["en", "The rate was 4.2 per mille.", "4.2 per mille = 4.2 per mille"],
    ["en", "The rate was 4.2‰.", "4.2‰ = 4.2 per mille"],
  ])("every word of the number counts (%s): %s", (language, text, figure) => {
    expect(figuresOf(text, language)).toEqual([figure]);
  });

  test.each([
    ["It grew 7 percent at least.", "at_least"],
    ["It grew 7 percent, minimum.", "at_least"],
    ["It grew 7 percent max.", "up_to"],
    ["It grew 7 percent, tops.", "up_to"],
    ["It is 7 percent minimum wage.", "exactly"],
  ])("a wording behind the unit: %s", (text, wording) => {
    expect(readText(text, { language: "en" }).candidates[0]).toMatchObject({ value: "7", wording });
  });

  test("10⁶ is a power or a footnote: asked, and 3.2 × 10⁶ is read", () => {
    expect(figuresOf("It holds 10⁶ tonnes.")).toEqual(["10⁶ tonnes = null tonnes"]);
    expect(figuresOf("It holds 3.2 × 10⁶ tonnes.")).toEqual(["3.2 × 10⁶ tonnes = 3200000 tonnes"]);
  });

  test("zeros of a group are no figure", () => {
    expect(readText("It cost 4 mn 000 crowns and 000 crowns.").candidates.filter(({ value }) => value === "0")).toEqual(
      [],
    );
  });

  test.each([
    "It has 1 2.5 percent.",
    "It has 12. 5 percent of it.",
    "It has 12 ,500 pupils.",
    "It has 27 450 pupils.",
    "It cost 3.4 b1llion yuan.",
    "It cost 7 zillion yuan.",
    "It made K3.4 billion.",
    "It is 700 cr large.",
    "Pakistan spent Rs 40 billion.",
    "台灣的營收達52億元。",
    "它有一万三元。",
    "[he] 3.5 מיליון users",
    "The yard -40 welders strong- is shut.",
    "Net income | 1,480 | (2,310)",
    "The result was ($5.6 million).",
    "The price is 5 ± 2 percent.",
    "> 40 welders were hired.",
    "工厂有12，300人。",
    "到场2018 300人。",
    "阅读10W+次",
    "3.2 万 亿 元",
    "매출 3.5조",
    "It made 3.5T of steel.",
    "La obra costó 32,500 pesos.",
  ])("%s is not sure", (text) => {
    const { candidates } = readText(text, { language: text.startsWith("La ") ? "es" : null });
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.filter(({ confidence, reason }) => confidence === "high" || reason === null)).toEqual([]);
  });
});

describe("words and letters of scale and money", () => {
  test.each([
    ["It sold N6.3bn of rice.", null, "N6.3bn = 6300000000 NGN"],
    ["It sold R450,000 of rice.", null, "R450,000 = 450000 ZAR"],
    ["It sold Tk300 crore of rice.", null, "Tk300 crore = 3000000000 BDT"],
    ["The R22 helicopter and the N7 road.", null, ""],
    ["It is ₹80cr.", null, "₹80cr = 800000000 INR"],
    ["It has 120K readers.", null, "120K readers = 120000 readers"],
    ["A 4K screen.", null, ""],
    ["A mast 300m tall.", null, "300m = 300 m"],
    ["It is €3 M.", null, "€3 M = 3000000 EUR"],
    ["It is 40 EUR million.", null, "40 EUR million = 40000000 EUR"],
    ["It is 6 trillion 250 billion yen.", null, "6 trillion 250 billion yen = 6250000000000 JPY"],
    ["It is .6 percent.", null, ".6 percent = 0.6 percent"],
    ["It is 4½ percent.", null, "4½ percent = 4.5 percent"],
    ["It is a quarter billion litres.", null, "a quarter billion litres = 250000000 litres"],
    ["它有7万3051人。", null, "7万3051人 = 73051 人"],
    ["募資港幣6億元。", null, "港幣6億元 = 600000000 HKD"],
    ["投资20亿泰铢。", null, "20亿泰铢 = 2000000000 THB"],
    ["全体の7割。", "ja", "7割 = 70 percent"],
    ["约3成五", null, "约3成五 = 35 percent"],
    ["用电900千瓦时。", null, "900千瓦时 = 900 千瓦时"],
    ["来了二三百人。", null, "二三百人 = 200..300 人"],
    [
      "Hay 1,250 millones de pesos mexicanos y 3.5 por ciento.",
      "es",
      "1,250 millones de pesos mexicanos = 1250000000 MXN",
    ],
    ["Il bilancio è di 4,5 miliardi di euro.", "it", "4,5 miliardi di euro = 4500000000 EUR"],
    ["Das sind 7,5 Mrd. € im Jahr.", "de", "7,5 Mrd. € = 7500000000 EUR"],
    ["Se pagan 2 mil 340 millones de euros.", "es", "2 mil 340 millones de euros = 2340000000 EUR"],
    ["Es sind 14 mdd al año.", "es", "14 mdd = 14000000 USD"],
    ["It is Rs 3 lakh 20 thousand.", "en", "Rs 3 lakh 20 thousand = 320000 INR"],
    ["It was 6·2 per cent.", "en", "6·2 per cent = 6.2 percent"],
    ["Born in nineteen sixty-two.", "en", ""],
    ["它值4个亿。", null, "4个亿 = 400000000 -"],
    ["C'est 7,5 Md€.", "fr", "7,5 Md€ = 7500000000 EUR"],
  ])("%s", (text, language, figure) => {
    expect(figuresOf(text, language).slice(0, 1)).toEqual(figure === "" ? [] : [figure]);
  });
});

describe("no number is passed over", () => {
  test.each([
    ["Orders were two and a half times those of 2016.", ["two and a half times = 2.5 times"]],
    ["Orders rose two-and-a-half times.", ["two-and-a-half times = 2.5 times"]],
    ["Orders were three and a quarter times as large.", ["three and a quarter times = 3.25 times"]],
    ["There were 2,019 firms in 2019 and 2020 in 2020.", ["2,019 firms = 2019 firms", "2020 = 2020 -"]],
    ["每家可得补贴三五万元不等。", ["三五万元 = 30000..50000 CNY"]],
    ["来了三五百人。", ["三五百人 = 300..500 人"]],
    ["来了三四家企业。", ["三四家企业 = 3..4 企业"]],
    ["营收是上年的两倍半。", ["两倍 = 2.5 times"]],
  ])("%s", (text, figures) => {
    expect(figuresOf(text)).toEqual(figures);
  });

  test("三五 may be 35, and each of two years has its own count", () => {
    expect(readText("补贴三五万元。").candidates).toMatchObject([{ confidence: "low" }]);
    const counts = readText("There were 2,019 firms in 2019 and 2020 in 2020.").candidates;
    expect(counts.map(({ period }) => period?.start)).toEqual(["2019", "2020"]);
  });
});
