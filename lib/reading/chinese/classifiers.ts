/** Measures that stand between a Chinese number and its noun; behind each, what makes it another word there (家庭, 条件, 门诊). */
const MEASURES: Readonly<Record<string, string>> = {
  个: "",
  家: "庭|长|畜|禽|具|电|园|属|政|乡",
  名: "单|额|牌|胜|录|字|义",
  位: "置|于|居|列",
  座: "谈|椅",
  项: "目",
  件: "",
  台: "风(?![机扇电])|湾|胞|账|商",
  套: "餐|利|现",
  辆: "",
  架: "构|设",
  艘: "",
  列: "车|入|为",
  节: "能|约|目|点|日|水|电|后",
  章: "程|鱼",
  条: "件|例|约",
  段: "",
  幢: "",
  栋: "",
  处: "理|罚|于|方|置",
  口: "径|岸|罩|碑|味|岗",
  眼: "科|镜|睛|病",
  孔: "雀",
  棵: "",
  株: "洲",
  头: "部|条|像",
  只: "有|是|能|需|要|剩|占|够",
  匹: "配",
  羽: "绒|毛",
  尾: "气|矿|水|款",
  篇: "幅",
  部: "门(?!诊)|分|队|署|长|委|级|落|件",
  册: "",
  幅: "度",
  首: "都|席|次|批|先|家|府|付|期|个|届",
  宗: "教|旨",
  起: "来|步|飞|点|诉|草|码|至|于",
  例: "如|外|会",
  桩: "基",
  笔: "记|试|者",
  单: "位|价|日|车|月|独|纯|体|项|次|品",
  票: "价|房|务|据|数",
  张: "",
  枚: "",
  块: "",
  片: "区|面",
  颗: "",
  粒: "",
  支: "持|付|部|行|出|撑",
  根: "据|本",
  把: "握|关",
  双: "方|边|向|休|创",
  对: "外|于|口|接|象|应|策|手|冲|比|此|方|话|内|照|标",
  组: "织|成|建|合|装|团|长",
  班: "级|子|列|长",
  届: "",
  批: "准|发|评|复|次",
  批次: "",
  期: "间|货|限|待|末|望|刊",
  类: "似|型|别",
  种: "植(?!物)|子|养|类|苗|源|群|质|下|了|上",
  门: "店|票|诊|户|市|面|类",
  层: "次|级|面",
  间: "",
  所: "有|以|需|属|在|得|谓",
  款: "项|式|待",
  场: "馆|所|景|地",
  场次: "",
  份: "额",
  次: "年|日|月|新|要|数",
  户: "籍|外|均|型",
  轮: "胎|船|椅|换|流|岗",
  股: "份|东|权|票|民|市|价|本",
  集: "团|中|体|合|群|聚|装|市|散|资|约|镇|成",
  页: "岩|面",
  封: "闭|装|顶|城",
  盏: "",
  箱: "",
  瓶: "",
  袋: "",
  盒: "",
  杯: "",
  碗: "",
  盘: "点|活",
  壶: "",
  罐: "",
  筐: "",
  捆: "",
  串: "",
  卷: "宗|烟",
  棒: "",
  桶: "",
  趟: "",
  剂: "次|量",
  剂次: "",
  朵: "",
  滴: "",
  顶: "层|级|部|尖",
  床: "位|铺|上",
  本: "地|市|省|科|次|届|国|土|人|身|报|月|周|年|季|赛|院|校|县|区|级|金",
  具: "有|备|体",
  丛: "",
  束: "缚",
  扇: "",
  味: "道",
  道: "路|德|教|具",
  席: "",
};

const SOURCES = Object.entries(MEASURES)
  .sort(([a], [b]) => b.length - a.length)
  .map(([measure, word]) => (word === "" ? measure : `${measure}(?!${word})`));

/** One measure, as the source of a pattern. */
export const CLASSIFIERS_ZH = `(?:${SOURCES.join("|")})`;

/** Units that need no measure before them, and measures that are what is counted (人次, 标准箱), as the source of a pattern. */
export const UNITS_ZH = [
  "平方公里|平方千米|平方米|平方厘米|平米|立方米|立方|公里|千米|海里|英里|厘米|毫米|微米|纳米|米(?!饭|粉)|英尺|英寸|光年",
  "公顷|亩|公斤|千克|毫克|微克|克拉|克(?!隆|服)|吨公里|人公里|载重吨|总吨|吨|斤|毫升|升(?!级|学|至|到)|加仑|标准箱|标箱|自然箱",
  "千瓦时|兆瓦时|千瓦|兆瓦|吉瓦|瓦(?!片|房)|千伏|伏|百帕|千帕|兆帕|千焦|安时|度电|度(?!过|假)|摄氏度|℃|分贝|赫兹|兆赫|帕|千卡|大卡|焦耳|勒克斯|马力|节航速",
  "个?小时|个?工作日|分钟|秒|天(?!然|津|地)|个月|周(?!边|期|岁|年)|年|个?学分|个?学时|分(?!店|公司|行|会|支|布|别|校|院|之)|个?基点|倍",
  "Gbps|Mbps|Tbps|EFlops|PFlops|TB|PB|GB|EB|MB|MWh|GWh|MW|GW|kWh|kW|km|kg|mm|cm|TEU|Gb\\/s",
  "家次|处次|人次|户次|辆次|架次|班次|艘次|车次|台次|例次|件次|剂次|人天|人年|球(?![员队迷场馆形鞋])|字(?![号段样体母典幕])|点(?!半|钟|多|左右|名|赞|评|到|击|\\d)|人(?!才|口|士|员|民|工|均|大|形|类|力|气)",
].join("|");

/** The nouns that some measures go with: 名 with people, 家 with firms and houses. */
const COUNTED: Readonly<Record<string, RegExp>> = {
  名: /(?:(?<![国大])家|[员者师生商人工民客手长医授士卫兵官警侨胞哥妹姐嫂弟友徒迷童孩婴婆爷奶爸妈父母女男妇匠农将帅模属宾众]|博士后|使节|代表|干部|书记|教练|领导|骨干|精英|模范|经理|总裁|主任|导游|司机|裁判|翻译|编辑|导演|主播|保安|保洁|球星|冠军|同学|同志|网红|专干|青年|青壮年|少年|顾问|秘书|董事|监事|股东|患儿|选手|主席|高管|粉丝|人才|劳动力)$/,
  家: /(?:企业|公司|[店厂馆站院所社行商校场坊吧厅园企局处]|银行|机构|单位|部门|协会|集团|媒体|中心|基地|民宿|超市|平台|农家乐|组织|联盟|团队|俱乐部|实验室|工作室|孵化器|空间|主体|客栈|企)$/,
  辆: /[车]$/,
  艘: /[船舰艇轮筏]$/,
  所: /[校院所园学]$/,
};
const LIKE: Readonly<Record<string, string>> = { 位: "名", 人: "名" };
const CLASSED = Object.values(COUNTED);

/** Whether a measure goes with a noun: null where it may go with any, or the noun's kind is not known. */
export function fits(measure: string | null, noun: string): boolean | null {
  const own = COUNTED[LIKE[measure ?? ""] ?? measure ?? ""];
  if (own === undefined) return null;
  if (own.test(noun)) return true;
  return CLASSED.some((other) => other.test(noun)) ? false : null;
}

/** Whether a measure counts what is done: 12 项服务, 230 次检查. */
export function isDone(measure: string | null): boolean {
  return measure !== null && /^(?:[项次份笔起场宗批轮单例桩种类]|批次|场次)$/.test(measure);
}

/** Whether a measure is what something is held in: only a noun can follow it. */
export function holds(measure: string | null): boolean {
  return measure !== null && /^[箱瓶袋盒桶杯罐碗盘壶筐捆串粒滴朵]$/.test(measure);
}
