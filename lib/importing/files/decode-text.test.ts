import { describe, expect, test } from "vitest";
import { decodeOwnText, decodeText } from "@/lib/importing/files/decode-text";

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
const ofHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe("what a text is written in is found (T39)", () => {
  test("UTF-8, with or without a byte order mark", () => {
    for (const file of [bytes([0xef, 0xbb, 0xbf], "a,é"), bytes("a,é")])
      expect(decodeText(file)).toEqual({ text: "a,é", encoding: "utf-8", guessedFrom: null });
  });

  test("UTF-16 as spreadsheets save it, and without its mark", () => {
    expect(decodeText(bytes([0xff, 0xfe, 0x61, 0x00, 0x09, 0x00, 0x4e, 0x7e])).text).toBe("a\t繎");
    expect(decodeText(bytes([0xfe, 0xff, 0x00, 0x61])).text).toBe("a");
    expect(decodeText(bytes([0x61, 0, 0x2c, 0, 0x62, 0]))).toMatchObject({ text: "a,b", encoding: "utf-16le" });
  });

  // Bytes as other programs write these texts.
  test.each([
    [
      "Chinese of the mainland",
      "c7f8d3f22cc6f3d2b50ab9f3d6dd2cd4bc39353030bcd20a",
      "区域,企业\n贵州,约9500家\n",
      "gb18030",
    ],
    [
      "few Chinese letters",
      "726567696f6e2c776f7264696e672c76616c75650a434e2d475a2cd4bc2c393530300a",
      "region,wording,value\nCN-GZ,约,9500\n",
      "gb18030",
    ],
    [
      "Chinese of Taiwan",
      "a661b0cf2cb56fb971b6712ca448a4660abb4fa55fa5ab2cb971a44fa4bda571aabab56fb971b671a46aacf9acb0b36fadd3bcc6a6722c350abb4fa4a4a5ab2cb971a44fa4bda571aabab56fb971b671a46aacf9acb0b36fadd3bcc6a6722c370a",
      "地區,發電量,人口\n臺北市,電力公司的發電量大約為這個數字,5\n臺中市,電力公司的發電量大約為這個數字,7\n",
      "big5",
    ],
    [
      "Japanese",
      "937393b9957b8ca72c906c8cfb0a938c8b9e93732c96f131343030969c906c0a91e58de3957b2c82a882e682bb383830969c906c82c582b70a",
      "都道府県,人口\n東京都,約1400万人\n大阪府,およそ880万人です\n",
      "shift_jis",
    ],
    [
      "German in Latin-1",
      "4c616e643b6de46e6e6c6963683b776569626c6963680a426164656e2d57fc727474656d626572673b313b320a5468fc72696e67656e3b333b340a",
      "Land;männlich;weiblich\nBaden-Württemberg;1;2\nThüringen;3;4\n",
      "windows-1252",
    ],
    ["one French letter", "610a622c636166e90a", "a\nb,café\n", "windows-1252"],
    [
      "Polish",
      "776f6a6577f3647a74776f3b6c75646e6f9ce60aa3f3647a6b69653b350a8c7769ea746f6b727a79736b69653b360a5761726d69f1736b6f2d6d617a7572736b69653b370a",
      "województwo;ludność\nŁódzkie;5\nŚwiętokrzyskie;6\nWarmińsko-mazurskie;7\n",
      "windows-1250",
    ],
    [
      "Russian",
      "f0e5e3e8eeed3bede0f1e5ebe5ede8e50acceef1eae2e03beeeaeeebee20313220ece8ebebe8eeedeee220f7e5ebeee2e5ea0ad1e0edeaf22dcfe5f2e5f0e1f3f0e33be1eeebe5e520effff2e820ece8ebebe8eeedeee20a",
      "регион;население\nМосква;около 12 миллионов человек\nСанкт-Петербург;более пяти миллионов\n",
      "windows-1251",
    ],
  ])("%s is guessed, with a line to confirm it by", (_, hex, text, encoding) => {
    const read = decodeText(ofHex(hex));
    expect(read).toMatchObject({ text, encoding });
    expect(read.guessedFrom).not.toBeNull();
    expect(text).toContain(read.guessedFrom);
    expect(decodeText(ofHex(hex), encoding as "gb18030")).toEqual({ text, encoding, guessedFrom: null });
  });

  test.each([
    ["UTF-16 cut off", bytes([0xff, 0xfe, 0x61]), /not in UTF-16/],
    ["a NUL", bytes("a\nb\0"), /^Line 2 has a NUL/],
    ["control characters", bytes("a,b\n", [1, 2, 3, 0x80, 4, 5]), /no text/],
  ])("%s is refused", (_, input, message) => expect(() => decodeText(input)).toThrow(message));

  test("what is said and is not so is refused, and a file of ours is UTF-8", () => {
    expect(() => decodeText(bytes([0xb4]), "gb18030")).toThrow(/not in GB 18030.*another encoding/);
    expect(decodeOwnText(bytes("é"))).toBe("é");
    expect(() => decodeOwnText(bytes([0xe9]))).toThrow(/UTF-8/);
  });
});
