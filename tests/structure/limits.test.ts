import { describe, expect, test } from "vitest";
import { isCode, isTest, projectFiles, read } from "./source-files";

/** Rows of the tables that name a constant: file, name, number. */
const rows = [...read("docs/limits.md").matchAll(/^\|[^|]+\| *([\d,]+) *\| *`([^`:]+):(\w+)` *\|/gm)].map(
  ([, number = "", file = "", name = ""]) => ({ file, name, number: Number(number.replaceAll(",", "")) }),
);

/** The number that a constant, or a part of one, has in a file; null where it has none. */
function numberOf(file: string, name: string): number | null {
  const found = new RegExp(`\\b${name}\\s*[:=]\\s*([\\d_]+)\\b`).exec(read(file));
  return found?.[1] === undefined ? null : Number(found[1].replaceAll("_", ""));
}

const LIMIT = /^(?:export )?const ((?:MOST|FEW|NEWEST_OF|PAGE|LIMIT|CARDS)\w*) = [\d_]+;/gm;
/** Where what readers see is chosen; the work behind imports and saves is not, nor what editors alone see. */
const SHOWN =
  /^(?:app\/\(public\)|components\/(?:compare|dashboard|metric|region|source|figure|search|method|ui|filters)\/|lib\/schemas\/|lib\/data\/public\/)/;

describe("docs/limits.md", () => {
  test("every number in it is the one in the code", () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const { file, name, number } of rows) expect([file, name, numberOf(file, name)]).toEqual([file, name, number]);
  });

  test("every limit of what readers see is in it", () => {
    const told = new Set(rows.map(({ file, name }) => `${file}:${name}`));
    const files = projectFiles().filter((file) => isCode(file) && !isTest(file) && SHOWN.test(file));
    const limits = files.flatMap((file) => [...read(file).matchAll(LIMIT)].map(([, name]) => `${file}:${name}`));
    expect(limits.length).toBeGreaterThan(20);
    expect(limits.filter((limit) => !told.has(limit))).toEqual([]);
  });
});
