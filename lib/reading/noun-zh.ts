import { MEASURES_ZH } from "@/lib/reading/words";

/** Nouns that are counted in the reports this is for, the longer first; what is not among them is cut by the language's own segmenter. */
const NOUNS = [
  "数据中心",
  "酒店",
  "博物馆",
  "公园",
  "毕业生",
  "选手",
  "店",
  "集装箱",
  "客车",
  "商店",
  "景区",
  "酒厂",
  "旅客",
  "乘客",
  "股东",
  "律师",
  "记者",
  "作品",
  "产品",
  "课程",
  "班级",
  "幼儿园",
  "养老院",
  "合作社",
  "团队",
  "邮件",
  "大学",
  "中学",
  "小学",
  "床位",
  "车间",
  "仓库",
  "门店",
  "商户",
  "互联网医院",
  "高新技术企业",
  "大数据企业",
  "上市公司",
  "独角兽企业",
  "中小企业",
  "基站",
  "服务器",
  "机架",
  "企业",
  "公司",
  "机构",
  "医院",
  "专家",
  "医生",
  "护士",
  "用户",
  "员工",
  "工人",
  "农民",
  "农户",
  "学生",
  "教师",
  "老师",
  "学校",
  "城市",
  "国家",
  "地区",
  "县",
  "乡镇",
  "村",
  "项目",
  "平台",
  "客商",
  "观众",
  "游客",
  "嘉宾",
  "代表",
  "岗位",
  "专利",
  "论文",
  "订单",
  "航线",
  "桥梁",
  "工厂",
  "店铺",
  "租户",
  "设备",
  "芯片",
  "论坛",
  "展商",
  "参展商",
  "实验室",
  "园区",
  "病例",
  "患者",
  "居民",
  "家庭",
  "人才",
  "志愿者",
  "电站",
  "泵站",
  "车站",
  "站点",
  "摄像头",
  "传感器",
  "机器人",
  "汽车",
  "车辆",
  "船",
  "飞机",
  "列车",
  "手机",
  "电脑",
  "账户",
  "银行",
  "网点",
]; // prettier-ignore
const LONGEST_FIRST = [...NOUNS].sort((a, b) => b.length - a.length);
const MEASURED = new RegExp(`^\\s?(${MEASURES_ZH})`);
/** Units that are no nouns with a measure before them. */
const UNITS =
  /^\s?(平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|万吨|吨|亩|千瓦时|千瓦|兆瓦|度电|小时|分钟|天|个月|年|倍|Gbps|Mbps|Tbps|EFlops|PFlops|TB|PB|GB|EB|MW|GW|kWh|kW|km|kg|Eflops|EFLOPS|人次|人)/i;
/** What no noun begins with. */
const STOP =
  /^(?:的|在|是|了|和|与|或|将|已|被|把|从|到|向|为|以|于|对|由|等|及|并|也|都|落户|参|留|来|前来|同时|之间|左右|以上|以下|以内|增|减|新增|受益|跟进|注册)/;

/** The counted noun after a Chinese number, measure included in the length; the measure's own text only where nothing else is known. */
export function nounAfterZh(
  after: string,
): { readonly text: string; readonly length: number; readonly isMeasure: boolean } | null {
  const unit = UNITS.exec(after);
  const measured = MEASURED.exec(after);
  if (unit?.[1] !== undefined && unit[1] !== "人") return { text: unit[1], length: unit[0].length, isMeasure: false };
  const skipped = measured?.[0].length ?? 0;
  const rest = after.slice(skipped).replace(/^的/, "");
  const wide = after.length - skipped - rest.length;
  const noun = /^[\p{Script=Han}A-Za-z]/u.test(rest) && !STOP.test(rest) ? knownNoun(rest) : null;
  if (noun !== null) return { text: noun, length: skipped + wide + noun.length, isMeasure: false };
  if (unit?.[1] !== undefined) return { text: unit[1], length: unit[0].length, isMeasure: false };
  return measured?.[1] === undefined ? null : { text: measured[1], length: skipped, isMeasure: true };
}

function knownNoun(rest: string): string | null {
  // An attribute of at most eight characters may stand before a known noun: 国内知名医院.
  for (const noun of LONGEST_FIRST) {
    const at = rest.indexOf(noun);
    if (
      at >= 0 &&
      at <= 8 &&
      /^[\p{Script=Han}A-Z\d]*$/u.test(rest.slice(0, at)) &&
      !/[的在是了和与将已被从到向于对由等及并]/.test(rest.slice(0, at))
    ) {
      return at === 0 || !NOUNS.some((other) => rest.startsWith(other))
        ? rest.slice(0, at + noun.length)
        : firstKnown(rest);
    }
  }
  const run = /^[\p{Script=Han}]{1,8}/u.exec(rest)?.[0] ?? "";
  const [first] = run === "" ? [] : [...SEGMENTER.segment(run)];
  if (first === undefined || first.segment.length < 2) return null;
  // The segmenter parts 幼儿 from 园: what names a kind of place, people or thing belongs to the noun.
  const [suffix = ""] =
    /^[园院所店厂站馆场室校团队会机车员者商户社楼区网线业库]/u.exec(run.slice(first.segment.length)) ?? [];
  return first.segment + suffix;
}

function firstKnown(rest: string): string | null {
  return LONGEST_FIRST.find((noun) => rest.startsWith(noun)) ?? null;
}

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });
const LINKS =
  /(?:数量|总数|数|规模|总量)?(?:已|已经|将|累计|也|就)?(?:将|建成|达到?|增至|升至|增加到|有|为|共|共有|突破|超过?|逾|近|约|接近|不足|仅|只有|招收|培训|新增)*\s?$/;

/** The noun a Chinese number is about where it stands before it: 企业总数突破, 数据中心26个. Null for none that is known. */
export function nounBeforeZh(before: string): string | null {
  const bare = before.slice(-24).replace(LINKS, "");
  return LONGEST_FIRST.find((noun) => bare.endsWith(noun)) ?? null;
}
