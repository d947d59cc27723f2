import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readNames, turnedName } from "@/lib/citation/names";

const read = (authors: string | null, language = "en", publisher = "The Daily Example") =>
  readNames({ authors, language, publisher });
const person = (family: string, given: string, suffix: string | null = null) => ({ family, given, suffix });

test.each([
  ["van der Berg, Anna", person("van der Berg", "Anna")],
  ["O'Neil, Conor", person("O'Neil", "Conor")],
  ["García Márquez, Gabriel", person("García Márquez", "Gabriel")],
  ["Hill, Anna Maria", person("Hill", "Anna Maria")],
  ["King, Martin L., Jr.", person("King", "Martin L.", "Jr.")],
  ["King, Jr., Martin", person("King", "Martin", "Jr.")],
  ["Maria Lopez", person("Lopez", "Maria")],
  ["Anna van der Berg", person("van der Berg", "Anna")],
  ["Conor J. O’Neil", person("O’Neil", "Conor J.")],
  ["Juan de la Cruz", person("de la Cruz", "Juan")],
  ["Martin King Jr.", person("King", "Martin", "Jr.")],
  ["Von Anna Schulz", person("Schulz", "Anna")],
  ["By Maria Lopez", person("Lopez", "Maria")],
  ["von Trapp, Maria", person("von Trapp", "Maria")],
  // Romanised Chinese: the family first where the other word is none.
  ["Yang Jun", person("Yang", "Jun")],
  ["Ou Xinfa", person("Ou", "Xinfa")],
  ["Maria Li", person("Li", "Maria")],
  ["Post, Emily", person("Post", "Emily")],
])("%s is a person", (written, expected) => {
  expect(read(written)).toEqual([expected]);
});

test.each([
  "王小明",
  "Иван Петров",
  "Reuters",
  "OECD",
  "World Bank",
  "Xinhua News Agency",
  "Guizhou Bureau of Statistics",
  "Ministry of Industry, Trade and Energy",
  "Alphabet, Inc.",
  "Zebra Ltd",
  "McKinsey & Company",
  "staff writer",
  "von der Leyen",
  // Both words may be the family, or two names stand in a row.
  "Han Lu",
  "Kim Min-jun",
  "Anna Berg, Conor Hill",
  "Anna Berg, Conor Hill, Maria Lopez",
])("%s stays whole", (written) => {
  expect(read(written)).toEqual([{ literal: written }]);
});

test("several names are several, and the publisher is no person", () => {
  expect(read("van der Berg, Anna; O'Neil, Conor")).toEqual([
    person("van der Berg", "Anna"),
    person("O'Neil", "Conor"),
  ]);
  expect(read("王小明、李华")).toEqual([{ literal: "王小明" }, { literal: "李华" }]);
  expect(read("Anna Berg and Conor O'Neil")).toEqual([person("Berg", "Anna"), person("O'Neil", "Conor")]);
  expect(read("Goldman Sachs", "en", "Goldman Sachs")).toEqual([{ literal: "Goldman Sachs" }]);
  expect(read("Ana García López", "es")).toEqual([{ literal: "Ana García López" }]);
  expect(read(" ; ")).toEqual([]);
  expect(read(null)).toEqual([]);
});

test("a name is written with the family first", () => {
  expect(turnedName(person("van der Berg", "Anna"))).toBe("van der Berg, Anna");
  expect(turnedName(person("King", "Martin Luther", "Jr."))).toBe("King, Martin Luther, Jr.");
  expect(turnedName({ literal: "王小明" })).toBe("王小明");
});

test("no by-line of the seed is turned round", () => {
  const { data } = Papa.parse<Record<string, string>>(readFileSync("prisma/data/sources.csv", "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const families = data.flatMap(({ author = "", language = "" }) =>
    read(author || null, language).map((name) => ("family" in name ? name.family : name.literal)),
  );
  expect([...new Set(families)].sort()).toEqual(
    [
      "Yang Zhou He Ma Sohail Su Chen Garcia Liu Zheng Ou Du Kerr Yacobi-Handelsman Pan Gao".split(" "),
      ["Cheng Yu", "Han Lu", "Han", "Li Yang", "吴蔚", "张伟", "何晟", "周梓颜", "卢思露", "蒋鸿琪"],
    ]
      .flat()
      .sort(),
  );
});
