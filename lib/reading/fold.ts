const FOLDED: Readonly<Record<string, string>> = {
  "\u3000": " ",
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2212": "-",
  "\u2010": "-",
  "\u2011": "-",
  "\t": " ",
  億: "亿",
  萬: "万",
  兩: "两",
  個: "个",
  約: "约",
  過: "过",
  達: "达",
  餘: "余",
  點: "点",
  間: "间",
  條: "条",
  項: "项",
  種: "种",
  輛: "辆",
  號: "号",
};

/**
 * The same text with full-width letters, digits and marks, curly quotes and the traditional characters of number words in one form.
 * Every character stays where it is, so an offset into the result is one into the text.
 */
export function fold(text: string): string {
  return text.replace(
    /[\uff01-\uff5e\u3000\u2018\u2019\u201c\u201d\u2212\u2010\u2011\t億萬兩個約過達餘點間條項種輛號]/g,
    (mark) => {
      const code = mark.charCodeAt(0);
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (FOLDED[mark] ?? mark);
    },
  );
}
