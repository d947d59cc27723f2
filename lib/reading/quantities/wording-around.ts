import type { Wording } from "@/lib/figures/figure";
import {
  AFTER_EN,
  AFTER_ZH,
  BEFORE_EN,
  BEFORE_OTHER,
  BEFORE_ZH,
  EXACTLY,
  type WordingWord,
} from "@/lib/reading/quantities/wording-words";

/** A wording beside a number, and how many characters of the text on that side belong to it. */
export interface FoundWording {
  readonly wording: Wording;
  readonly length: number;
}

/** What may stand between a wording word and its number. */
const GAP = /(?:\s|["“(]|\b(?:a|an|the|total|a total of|total of|as|of|another|its|new)\b|有|为|占|达到?|共)$/i;
const RECORD = /\b(?:an?\s|the\s|new\s|its\s)?(?:new\s|all-time\s)?record(?:-high|-breaking|\shigh)?(?:\sof)?\s*$/i;
/** "Over 2018" and "above all" aside, words that are something else before a number: "all about 5G", "some of". */
const WINDOW = 48;

/** The wording in the words right before a number or its currency sign. */
export function wordingBefore(before: string): FoundWording | null {
  const window = before.slice(-WINDOW);
  let bare = window.trimEnd();
  for (let round = 0; round < 4; round += 1) {
    const found = match([BEFORE_EN, BEFORE_ZH, BEFORE_OTHER, EXACTLY], bare);
    if (found !== null) return { wording: found.wording, length: window.length - bare.length + found.length };
    const gap = GAP.exec(bare)?.[0];
    if (gap === undefined || gap === "") return null;
    bare = bare.slice(0, -gap.length).trimEnd();
    // "Some of the 2.3 million"
    if (gap === "of" && /\bsome$/i.test(bare)) return null;
  }
  return null;
}

/** 不足营业收入的, 约占全市的: a wording, and the whole that a share is of. */
const BEFORE_WHOLE =
  /(不足|不到|不及|低于|少于|超过|(?<!彩)超(?![市级强越额导声大])|逾|高于|接近|将近|(?<![附最临邻靠])近(?![年期日来况郊代])|(?<![签合条契预节制邀赴履公婚大])约(?![定束会请谈旦翰])|至少|至多|不超过)占?(?![^，]*(?:年|同期|平均|水平|预期|目标|增|降|达|为|是))[^，,。；;、：:\d的]{1,12}的$/;

/** A time before a share that cannot be one of its own: 不到2018年的一半. */
const BEFORE_TIME = /(不足|不到|不及|超过|接近|将近)(?:[\d一二〇零]{4}|[去前上])年(?:同期|全年)?的$/;

/** The wording of a Chinese share where its whole stands between them: "less than" in 不足营业收入的3%. */
export function wordingBeforeWhole(before: string, written: string): Wording | null {
  const near = before.slice(-20);
  const words = BEFORE_WHOLE.exec(near)?.[1] ?? (/\d/.test(written) ? undefined : BEFORE_TIME.exec(near)?.[1]);
  return words === undefined ? null : (match([BEFORE_ZH], words)?.wording ?? null);
}

/** The wording right after a number ("+", 余), or after its noun ("or more", 以上), which has no 余 and no 多 behind it. */
export function wordingAfter(after: string, isAmount = true): FoundWording | null {
  if (!isAmount && /^[余多]/.test(after)) return null;
  for (const words of [AFTER_EN, AFTER_ZH]) {
    for (const { wording, pattern } of words) {
      const found = pattern.exec(after.slice(0, 24));
      if (found) return { wording, length: found[0].length };
    }
  }
  return null;
}

/** How many characters before an exact number call it a record; 0 when none do. */
export function recordBefore(before: string): number {
  return RECORD.exec(before.slice(-WINDOW))?.[0].length ?? 0;
}

function match(tables: readonly (readonly WordingWord[])[], text: string): FoundWording | null {
  for (const words of tables) {
    for (const { wording, pattern } of words) {
      const found = pattern.exec(text);
      if (found) return { wording, length: text.length - found.index };
    }
  }
  return null;
}
