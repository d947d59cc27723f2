/** Nouns that count the same thing as a unit of our metrics, in the singular and lower case, by that unit. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  people: [
    "person",
    "expert",
    "doctor",
    "worker",
    "employee",
    "user",
    "resident",
    "patient",
    "visitor",
    "attendee",
    "participant",
    "student",
    "teacher",
    "engineer",
    "representative",
    "delegate",
    "job",
    "staff",
    "talent",
    "specialist",
    "applicant",
    "nurse",
    "farmer",
    "man",
    "woman",
    "child",
    "member",
    "citizen",
    "guest",
    "expert",
    "post",
    "position",
    "work",
    "em",
    "personnel",
    "developer",
    "employment",
    "人",
    "名",
    "用户",
    "专家",
    "医生",
    "员工",
    "人次",
  ],
  companies: [
    "company",
    "enterprise",
    "firm",
    "startup",
    "start-up",
    "business",
    "unicorn",
    "employer",
    "establishment",
    "unternehmen",
    "einhorn-unternehmen",
    "empresa",
    "negócio",
    "unicórnio",
    "corporation",
    "maker",
    "supplier",
    "企业",
    "公司",
  ],
  organisations: [
    "organisation",
    "organization",
    "exhibitor",
    "institution",
    "company",
    "enterprise",
    "business",
    "firm",
    "机构",
    "展商",
  ],
  institutions: ["institution", "hospital", "organisation", "organization", "clinic", "机构"],
  hospitals: ["hospital", "医院"],
  consultations: ["consultation", "case", "session", "visit"],
  "data centres": ["data center", "data centre", "center", "centre", "数据中心"],
  centres: ["center", "centre", "gcc"],
  "base stations": ["base station", "station", "基站"],
  projects: ["project", "deal", "contract", "agreement", "项目"],
  events: ["forum", "event", "meeting", "conference", "论坛"],
  "data sets": ["piece of data", "data set", "dataset", "set", "data"],
  entities: ["entity", "trader"],
  "square metres": ["square metre", "square meter", "sq m", "平方米"],
  servers: ["server", "unit", "服务器"],
  racks: ["rack", "机架"],
  years: ["year", "年"],
  hours: ["hour", "小时"],
  cities: ["city", "城市"],
  countries: ["country", "nation", "国家"],
  zones: ["zone", "park"],
  chips: ["chip", "芯片"],
  Gbps: ["gbps", "gigabit"],
  EFLOPS: ["eflops", "eflop"],
  reservoirs: ["reservoir", "水库"],
};

/** What stands behind the head of a noun: "pieces of data". */
const BEHIND = / (?:of|in|for|with|at|on|from|to|by|de|da|do|para) .*$/;

/** Whether a noun as written ("renowned experts") counts what a unit counts ("people"): its last word is the unit's own, or one of its kind. */
export function countsAs(noun: string, unit: string): boolean {
  const words = singular(noun);
  const head = words.replace(BEHIND, "");
  return [singular(unit), ...(SAME[unit] ?? []).map(singular)].some(
    (one) =>
      words === one || head === one || head.endsWith(` ${one}`) || (/\p{Script=Han}/u.test(one) && words.endsWith(one)),
  );
}

/** Lower case, each word without the ending of its plural; "start-up" as one word. */
function singular(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("start-up", "startup")
    .split(/[\s/]+/)
    .map((word) =>
      word
        .replace(/ies$/, "y")
        .replace(/(?<=ss|x|ch|sh)es$/, "")
        .replace(/(?<=[^s])s$/, ""),
    )
    .join(" ")
    .replace(/\bpeople\b/, "person")
    .replace(/\bmen\b/, "man");
}
