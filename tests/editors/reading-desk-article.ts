/** An article written for the test. Eleven figures stand in it, and numbers that are none. */
export const ARTICLE = [
  "Cloud valley fills up with servers",
  "By Test Writer | Example Gazette | Updated: 2019-02-28",
  "On a slope outside Guiyang, engineers look after the machines of others. Guizhou has drawn more than 9,500 companies over the past half decade, said Wang Min, head of the valley office.",
  "Software contributes more than 20 percent of the province's GDP. In 2018 its exports rose 23.4 percent to 3.1 billion yuan ($460 million).",
  "A clinic on the web links some 2,000 medical experts with over 200 hospitals. It raised 70 million yuan in 2016 and works with nearly 300 medical institutions.",
  "Section 4 of the plan is about 5G. The city aims to build 10,000 base stations by 2020. At present 61 depots are open, and two-thirds of the staff come from nearby villages.",
].join("\n\n");

/** The figures in it, in order. */
export const FIGURES = [
  "more than 9,500 companies",
  "more than 20 percent of the province's GDP",
  "23.4 percent",
  "3.1 billion yuan ($460 million)",
  "some 2,000 medical experts",
  "over 200 hospitals",
  "70 million yuan",
  "nearly 300 medical institutions",
  "10,000 base stations",
  "61 depots",
  "two-thirds of the staff",
] as const;
