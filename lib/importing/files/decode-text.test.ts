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
    [
      "German with a dash for a minus, a euro sign and an apostrophe",
      "4c616e643b536368e4747a756e67202880293b566572e46e646572756e670a426164656e2d57fc727474656d626572673b31923230303b96350a5468fc72696e67656e3b333b340a",
      "Land;Schätzung (€);Veränderung\nBaden-Württemberg;1’200;–5\nThüringen;3;4\n",
      "windows-1252",
    ],
    [
      "a Chinese yearbook",
      "b1ed332d3120c8edbcfed2b5d6f7d2aad6b8b1ea2c2c2c2c0ab5a5cebb3acdf2d4aa2c2c2c2c0ad6b8b1ea2c323031372c323031382c32303139bfecb1a8cafd2c32303139b1c832303138d4f6b3a42825290ac8edbcfed2b5cef1cad5c8eb2c313233343536372e382c313435363738392e302c313637383930312e322c31352e320ab4d3d2b5c8cbd4b128cdf2c8cb292c31322e33342c31332e30352c31332e39302c362e350a",
      "表3-1 软件业主要指标,,,,\n单位:万元,,,,\n指标,2017,2018,2019快报数,2019比2018增长(%)\n软件业务收入,1234567.8,1456789.0,1678901.2,15.2\n从业人员(万人),12.34,13.05,13.90,6.5\n",
      "gb18030",
    ],
    [
      "Chinese names of places",
      "b5d8c7f82cc4eac4a9c8cbbfda28cdf2c8cb290ab1b1bea9cad02c323135340accecbdf2cad02c313536320a",
      "地区,年末人口(万人)\n北京市,2154\n天津市,1562\n",
      "gb18030",
    ],
    [
      "a yearbook of Taiwan",
      "aaed203220a448a44fb8eab7bdadabad6eabfcbcd02c2c0aa67ea74f2cb44eb77ea448bcc628a464a448292ca5a2b77eb2762825290a313037a67e2c31313433342c332e37310a",
      "表 2 人力資源重要指標,,\n年別,就業人數(千人),失業率(%)\n107年,11434,3.71\n",
      "big5",
    ],
    [
      "a Japanese report",
      "91e633955c81408ca793e08e598bc682cc8ee597768e7795572c2c0a8be695aa2c95bd90ac3330944e2c97df98618cb3944e0a94848fe38d822c312c320a8f5d8bc68ed290948169906c816a2c332c340a",
      "第3表　県内産業の主要指標,,\n区分,平成30年,令和元年\n売上高,1,2\n従業者数（人）,3,4\n",
      "shift_jis",
    ],
    [
      "Japanese without kana",
      "944e8e9f2c94848fe38d822c8f5d8bc68ed290940a32303138944e2c312c320a32303139944e2c332c340a",
      "年次,売上高,従業者数\n2018年,1,2\n2019年,3,4\n",
      "shift_jis",
    ],
    [
      "the same in EUC",
      "c7afbca12cc7e4bee5b9e22cbdbeb6c8bcd4bff40a32303138c7af2c312c320a32303139c7af2c332c340a",
      "年次,売上高,従業者数\n2018年,1,2\n2019年,3,4\n",
      "euc-jp",
    ],
    [
      "Korean",
      "bdc3b5b5bab02831292cbbeabef7bab02831292c323031380ac0fcb1b92cc1a4bab8c5ebbdc5bef72c34313532320abcadbfefc6afbab0bdc32cc1a4bab8c5ebbdc5bef72c32343831300a",
      "시도별(1),산업별(1),2018\n전국,정보통신업,41522\n서울특별시,정보통신업,24810\n",
      "euc-kr",
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
