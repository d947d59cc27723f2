/** A place on a map of tiles of one size; column and row count from 0, from the north-west. */
export interface TilePlace {
  /** ISO 3166-2. */
  readonly code: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

/** The map by its rows, each code without its country; a dot is an empty place. Put together by hand: neighbours as far as a grid has them. */
const ROWS = [
  ". . . . . . . HL",
  ". . . NM . BJ LN JL",
  "XJ GS NX SX HE TJ . .",
  "XZ QH SN HA SD JS . .",
  ". SC CQ HB AH SH . .",
  ". YN GZ HN JX ZJ . .",
  ". . GX GD FJ . TW .",
  ". . HI MO HK . . .",
];

const NAMES: Readonly<Record<string, string>> = {
  AH: "Anhui",
  BJ: "Beijing",
  CQ: "Chongqing",
  FJ: "Fujian",
  GD: "Guangdong",
  GS: "Gansu",
  GX: "Guangxi",
  GZ: "Guizhou",
  HA: "Henan",
  HB: "Hubei",
  HE: "Hebei",
  HI: "Hainan",
  HK: "Hong Kong",
  HL: "Heilongjiang",
  HN: "Hunan",
  JL: "Jilin",
  JS: "Jiangsu",
  JX: "Jiangxi",
  LN: "Liaoning",
  MO: "Macao",
  NM: "Inner Mongolia",
  NX: "Ningxia",
  QH: "Qinghai",
  SC: "Sichuan",
  SD: "Shandong",
  SH: "Shanghai",
  SN: "Shaanxi",
  SX: "Shanxi",
  TJ: "Tianjin",
  TW: "Taiwan",
  XJ: "Xinjiang",
  XZ: "Tibet",
  YN: "Yunnan",
  ZJ: "Zhejiang",
};

/** The subdivisions that ISO 3166-2:CN has codes for, as tiles. A tile's place says nothing about borders. */
export const CHINA: readonly TilePlace[] = ROWS.flatMap((line, row) =>
  line.split(" ").flatMap((short, column) => {
    const name = NAMES[short];
    return name === undefined ? [] : [{ code: `CN-${short}`, name, column, row }];
  }),
);
