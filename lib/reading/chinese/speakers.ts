/** Who says something in a sentence, as the text names them, and where the name stands. */
export interface FoundSpeaker {
  readonly name: string;
  readonly start: number;
}

/** Chinese verbs of saying, as the source of a pattern. */
export const SAYS_ZH =
  "(?:表示|介绍说?|指出|说|称|透露|认为|强调|告诉(?:记者|本报|我们)?|宣布|预计|预测|坦言|解释说?|回忆说?|估算|估计|报道)";

const PATTERNS: readonly RegExp[] = [
  /(?:记者|笔者)(?:昨日|今日|近日|日前)?(?:从|自)([\p{Script=Han}A-Za-z]{2,24}?)(?:获悉|了解到|处获悉|得知)/gu,
  /(?:根?据)([\p{Script=Han}A-Za-z]{2,24}?)(?:的)?(?:最新|初步|不完全)?(?:统计(?![局厅署])|介绍|公布|数据(?!局|厅|中心|管理)|消息|报告|报道|透露|预测|预报|估算|测算|显示|发布)/gu,
  /(?:^|[，,。；;\s"])([\p{Script=Han}A-Za-z]{2,24}?)(?:的)?(?:最新|近日|日前|\d{1,2}日)?(?:发布|公布)?的?(?:统计|调查|监测|初步)?(?:数据|统计|报告)(?:显示|表明|指出)/gu,
  new RegExp(
    `(?:^|[，,。；;\\s"”])([\\p{Script=Han}]{2,24}?)(?:[^\\p{Script=Han}，,]{0,2})(?:笑着|进一步|补充|坦率地|激动地|自豪地|高兴地)?${SAYS_ZH}(?=[，,：:“"。])`,
    "gu",
  ),
];

const SURNAME =
  "欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲盛冉蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农古车项鹿褚娄詹费骆祖邬佟柏边卞岑湛]";
/** A name behind an office: the office is told apart where a family name follows what ends one. */
const TITLED = new RegExp(
  `(?:[长员师士授记任席裁理人家工者主事官总监问督民手生]|代表|干部|老板|C[A-Z]O)((?:${SURNAME})\\p{Script=Han}{1,2})$`,
  "u",
);
/** Who is not named: 近八成受访企业, 专家, 报告. */
const UNNAMED =
  /^[近约超逾]|[一二三四五六七八九\d][成家名位]|受访|多数|部分|^(?:[这该本]份?|有|一些|业内|相关|有关)?(?:报告|数据|统计|消息|调查|公报|结果|专家|负责人|不完全|初步|最新|人士|分析师|业内人士|知情人士|工作人员|记者|他们?|她们?|我们?|大家|介绍|了解|悉)$/;

/** The speakers a Chinese sentence names, in order of place. `text` is folded; names are cut from it. */
export function findSpeakersZh(text: string): readonly FoundSpeaker[] {
  const found: FoundSpeaker[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const name = nameOf(match[1] ?? "");
      if (name !== "" && !found.some(({ start }) => Math.abs(start - match.index) < 4))
        found.push({ name, start: match.index });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function nameOf(text: string): string {
  const bare = text
    .replace(/^(?:根?据|但|而|同时|此外|对此)/, "")
    .replace(/(?:周[一二三四五六日]|近日|日前|在[\p{Script=Han}]{0,8}[中上会时])$/u, "");
  if (UNNAMED.test(bare)) return "";
  const named = TITLED.exec(bare)?.[1];
  return named === undefined ? bare : `${named}（${bare.slice(0, -named.length)}）`;
}
