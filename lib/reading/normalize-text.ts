/** Stands in a folded text for a character that is not read: zero width, a mark of direction, a tag. */
const UNREAD = "\u200b";

const FOLDED: Readonly<Record<string, string>> = {
  "\u3000": " ",
  "\u2018": "'",
  "\u2019": "'",
  "\u02bc": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2212": "-",
  "\u2010": "-",
  "\u2011": "-",
  "\ufe63": "-",
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
  幣: "币",
  圓: "元",
  圆: "元",
  負: "负",
  頭: "头",
  隻: "只",
  張: "张",
  棟: "栋",
  戶: "户",
  畝: "亩",
  噸: "吨",
  頃: "顷",
  處: "处",
  場: "场",
  筆: "笔",
  層: "层",
  組: "组",
  時: "时",
  鐘: "钟",
  週: "周",
  顆: "颗",
  冊: "册",
  臺: "台",
};

/** White space of other widths; characters without any, and marks of direction. */
const NARROW = /[\u2000-\u200a\u202f\u205f]/;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\u180e\ufeff]/;
const MARKS = new RegExp(`[\\uff01-\\uff5e${Object.keys(FOLDED).join("")}·]|${NARROW.source}|${INVISIBLE.source}`, "g");

/**
 * The same text with full-width letters, digits and marks, curly quotes, spaces, minus signs and the traditional characters of
 * number words in one form, and what a page's source says beside its text (tags, "&nbsp;") out of the way. Every character stays
 * where it is, so an offset into the result is one into the text.
 */
export function normalizeText(text: string): string {
  const plain = /[<&]/.test(text) ? withoutMarkup(text) : text;
  return plain.replace(MARKS, (mark, at: number) => {
    if (mark === "·") return isDecimalPoint(plain, at) ? "." : mark;
    if (NARROW.test(mark)) return "\u00a0";
    if (INVISIBLE.test(mark)) return UNREAD;
    const code = mark.charCodeAt(0);
    if (code < 0xff01 || code > 0xff5e) return FOLDED[mark] ?? mark;
    // 厂房12，300名工人: a comma of Chinese text groups digits only where they are as wide.
    const isStop = mark === "，" && /\d/.test(plain[at - 1] ?? "") && /\d/.test(plain[at + 1] ?? "");
    return isStop ? mark : String.fromCharCode(code - 0xfee0);
  });
}

const BLOCK =
  "p|div|br|hr|h[1-6]|li|ul|ol|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|section|article|header|footer|main|aside|figure|figcaption|blockquote|pre|title|head|body|html|form|nav";
const INLINE =
  "a|abbr|b|big|cite|code|data|del|em|font|i|img|ins|kbd|label|mark|meta|link|q|s|small|span|strike|strong|sub|time|u|var|wbr";
const TAG = new RegExp(
  `<(script|style)\\b[^<>]{0,500}>[^<]{0,5000}</\\1>|<!--[^<>]{0,500}-->|<sup\\b[^<>]{0,200}>\\s{0,3}(?:<a\\b[^<>]{0,300}>)?([^<>]{0,8})(?:</a>)?\\s{0,3}</sup>|</?(?:(${BLOCK})|${INLINE}|sup|o:p)(?:\\s(?=[^<>]{0,500}=)[^<>]{0,500})?\\s?/?>`,
  "gi",
);
const ENTITY =
  /&(?:#(\d{2,6})|#x([\da-f]{2,5})|(nbsp|thinsp|ensp|emsp|amp|lt|gt|quot|apos|minus|ndash|mdash|euro|pound|yen|cent|shy|rsquo|lsquo|rdquo|ldquo|times|plusmn|le|ge|frac12|frac14|frac34|sup[123]));/gi;
const NAMED: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  thinsp: "\u2009",
  ensp: " ",
  emsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  minus: "-",
  ndash: "–",
  mdash: "—",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  shy: "\u00ad",
  rsquo: "'",
  lsquo: "'",
  rdquo: '"',
  ldquo: '"',
  times: "×",
  plusmn: "±",
  le: "≤",
  ge: "≥",
  frac12: "½",
  frac14: "¼",
  frac34: "¾",
  sup1: "¹",
  sup2: "²",
  sup3: "³",
};
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** "3·5 per cent": a point of old British print; 9·11 is a date. */
function isDecimalPoint(text: string, at: number): boolean {
  return (
    /\d/.test(text[at - 1] ?? "") && /^\d{1,3}\s?(?:%|per ?cent|million|billion)/i.test(text.slice(at + 1, at + 16))
  );
}

/** A part of a folded text with its own characters for those that number words share ("头" where the text has "頭"). */
export function unfoldHan(part: string, written: string): string {
  return part.replace(/\p{Script=Han}/gu, (mark, at: number) => {
    const own = written[at] ?? mark;
    return FOLDED[own] === mark ? own : mark;
  });
}

/** A page's source with its tags and entities read, each in the room it took. */
function withoutMarkup(text: string): string {
  const tagless = text.replace(TAG, (whole, _code, raised: string | undefined, block: string | undefined) => {
    if (raised !== undefined)
      return inRoomOf(
        whole,
        raised.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit),
      );
    return (block === undefined ? UNREAD : "\n").repeat(whole.length);
  });
  return tagless.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    const read = name === undefined ? codePoint(code) : NAMED[name.toLowerCase()];
    return read === undefined ? whole : inRoomOf(whole, read);
  });
}

function codePoint(code: number): string | undefined {
  return code >= 32 && code <= 0xffff && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : undefined;
}

function inRoomOf(whole: string, read: string): string {
  return read.padEnd(whole.length, UNREAD).slice(0, whole.length);
}
