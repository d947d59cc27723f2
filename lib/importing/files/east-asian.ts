import { decodedAs, type Encoding } from "@/lib/importing/files/encodings";

const CANDIDATES = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"] as const satisfies readonly Encoding[];

/** Characters that come again and again in tables: read in a wrong encoding, bytes give rare ones. */
const COMMON: ReadonlySet<string> = new Set(
  [
    // Chinese, simplified and of all kinds
    "年月日季度省市县区州国地人口数万亿千百元美吨户家个位名次类别项目指标合计总额值率比重上下中大小新高低同增长减少速产业工农林牧渔服务商品销售收入支出投资进出口",
    "贸易电信软件信息技术企单位公司机构就从员资平均城乡居民消费价格数生面积方里全部其他男女性岁以教育医院学校交通运输房建筑能源发量水气煤油钢铁统计料来注表图称编码",
    "约超近多余达不过第三一二四五六七八九十主要快报后前末初占本外内当期累",
    "北京天津河南广东西山川江苏浙安徽福湖陕甘青海宁夏疆蒙古黑龙吉辽云贵庆台湾香港澳门",
    // Traditional
    "數縣區國萬億個類項標總額產業農漁務銷資進貿電軟體訊術單與機構從員鄉費價積別歲醫學運輸築發氣鋼鐵統計來圖稱編蘇廣臺灣澳門約較減層勞動",
    // Japanese
    "県都府売営従業者対増減実績円図付加価値産区分平均世帯総度期間単",
    // Korean, by syllables
    "시도별산업전국서울특광역부천대구인경기강원충북남라제주세종년월일계총수명액률비율단위체사자매출가나다라마바아차카타파하의은는이을를에서으로술정보통신조건설소상공합평균증감",
  ].join(""),
);
/** Kana, but not the half-width ones, which nearly any byte is in Shift JIS. */
const KANA = /[\u3041-\u30fe]/;
const BEYOND_ASCII = /[^\0-\x7f\u3000-\u3040\uff00-\uff60]/gu;
/** Part of the characters that has to be common, and how many. */
const LEAST_SHARE = 0.35;
const FEWEST = 2;

/** The encoding of East Asia in which bytes give the most common characters; null where none gives enough of them. */
export function eastAsianEncoding(bytes: Uint8Array): Encoding | null {
  let best: { readonly encoding: Encoding; readonly share: number } | null = null;
  for (const encoding of CANDIDATES) {
    const characters = decodedAs(bytes, encoding)?.match(BEYOND_ASCII) ?? [];
    const common = characters.filter((one) => COMMON.has(one) || KANA.test(one)).length;
    const share = common / characters.length;
    if (common >= FEWEST && share >= LEAST_SHARE && share > (best?.share ?? 0)) best = { encoding, share };
  }
  return best?.encoding ?? null;
}
