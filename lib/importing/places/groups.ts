import { foldPlace } from "@/lib/importing/places/fold-place";

/** Words of names of groups of places: no place of its own, and no part of a sum. */
const NAMES =
  /\b(?:world|(?:low|middle|high) income|oecd|eu ?\d+|euro ?(?:area|zone)|european union|arab world|caribbean small states|small states|developed countries|developing|demographic dividend|fragile|ibrd|ida|blend|hipc|heavily indebted|sub saharan africa|north america|latin america|south asia|east asia|pacific|europe and central asia|middle east|central europe|africa (?:eastern|western)|g ?20|g ?7|brics|asean|total|all countries)\b|^(?:africa|americas?|asia|europe|oceania|south america|northern africa|western europe|eastern europe|世界|全球|亚洲|欧洲|非洲|欧盟|全国|合计|总计|insgesamt|gesamt|monde|welt)$/;

/** Codes of groups: of Eurostat and the OECD, of Our World in Data, and of the World Bank, where they look like those of countries. */
const CODES =
  /^(?:(?:EU|EA|EEA)\d{0,2}(?:_\d{4})?|EFTA|OECD[A-Z]*|G-?(?:7|20)|OWID_(?!KOS$)[A-Z]+|AFE|AFW|ARB|CEB|CSS|EAP|EAR|EAS|ECA|ECS|EMU|EUU|FCS|HIC|HPC|IBD|IBT|IDA|IDB|IDX|INX|LAC|LCN|LDC|LIC|LMC|LMY|LTE|MEA|MIC|MNA|NAC|OED|OSS|PRE|PSS|PST|SAS|SSA|SSF|SST|TEA|TEC|TLA|TMN|TSA|TSS|UMC|WLD)$/;

/** Whether a name or a code is that of a group of places, such as a world region or a group by income. */
export function isGroupOfPlaces(text: string): boolean {
  return CODES.test(text.trim()) || NAMES.test(foldPlace(text));
}
