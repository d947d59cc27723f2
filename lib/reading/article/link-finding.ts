import type { EnumValue } from "@/lib/enums";
import { addressKey } from "@/lib/figures/address-key";
import { normalizeText } from "@/lib/reading/normalize-text";

/** What came of asking for an address: an answer, or why there is none. */
export type PageAnswer =
  | {
      readonly status: number;
      /** Where the page says it has gone for good (301, 308), or its own address. */
      readonly address: string;
      /** Its text where it is one, as sent, decoded; null for anything else, such as PDF, and for one too long to be read. */
      readonly text: string | null;
    }
  | { readonly problem: string };

/** What is known of the address of a source. */
export interface LinkFinding {
  readonly state: EnumValue<"LinkState">;
  /** Address that the page has moved to for good; null when it is where it was. */
  readonly movedTo: string | null;
  /** How many of the phrases its text does not hold; null where no text was read. */
  readonly missingPhrases: number | null;
  /** Why nothing is known of the page, for people; null when something is. */
  readonly problem: string | null;
}

/** States of a page that is not what was recorded: readers are told of these, and editors look. Silence passes. */
export const CHANGED: readonly EnumValue<"LinkState">[] = ["moved", "gone", "phrase_missing"];

/**
 * What an answer tells of an address. 404 and 410 mean gone; an error of the server, a refusal or silence that nothing is known, since they
 * pass. Phrases that are missing weigh more than a move: the proof is what a source is kept for.
 */
export function findingOf(address: string, answer: PageAnswer, phrases: readonly string[]): LinkFinding {
  const nothing = { movedTo: null, missingPhrases: null, problem: null };
  if ("problem" in answer) return { ...nothing, state: "unreachable", problem: answer.problem };
  const { status, text } = answer;
  if (status === 404 || status === 410) return { ...nothing, state: "gone" };
  if (status >= 300) return { ...nothing, state: "unreachable", problem: `The server answered ${status}` };
  const movedTo = addressKey(answer.address) === addressKey(address) ? null : answer.address;
  const missingPhrases = text === null ? null : missingIn(text, phrases).length;
  const state = (missingPhrases ?? 0) > 0 ? "phrase_missing" : movedTo === null ? "ok" : "moved";
  return { state, movedTo, missingPhrases, problem: null };
}

/** Phrases that the source of a page holds neither as text nor in its scripts, whatever their case, spaces, quotes and dashes. */
export function missingIn(html: string, phrases: readonly string[]): readonly string[] {
  const [text, whole] = [bare(withoutTags(html)), bare(html.replaceAll("<", " "))];
  return phrases.filter((phrase) => ![text, whole].some((page) => page.includes(bare(phrase))));
}

function bare(text: string): string {
  return normalizeText(text)
    .toLowerCase()
    .replace(/[\p{Dash}]/gu, "-")
    .replace(/[\p{White_Space}\p{C}]/gu, "");
}

/** The text between tags; what scripts, styles and comments hold is none. Goes through the page once. */
function withoutTags(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = html.indexOf("<"); open >= 0; open = html.indexOf("<", at)) {
    parts.push(html.slice(at, open));
    const end = endOf(html.slice(open, open + 8));
    end.lastIndex = open;
    if (!end.test(html)) return parts.join("");
    at = end.lastIndex;
  }
  return parts.join("") + html.slice(at);
}

/** What ends that which begins so. */
function endOf(start: string): RegExp {
  if (/^<script/i.test(start)) return /<\/script/gi;
  if (/^<style/i.test(start)) return /<\/style/gi;
  return start.startsWith("<!--") ? /-->/g : />/g;
}
