import { LOCALE } from "@/components/ui/locale";
import type { LinkRecord } from "@/lib/figures/view-models";
import { dayText } from "@/lib/format/period";
import { countText } from "@/lib/format/words";

export const LINK_TAGS: Readonly<Record<LinkRecord["state"], string>> = {
  ok: "There",
  moved: "Moved",
  gone: "Gone",
  phrase_missing: "Changed",
  unreachable: "No answer",
};

/** What was found at the address of a source, in sentences. */
export function LinkText({ link }: { readonly link: LinkRecord }) {
  const { movedTo } = link;
  return (
    <>
      {linkWords(link)}.
      {movedTo === null ? null : (
        <>
          {" "}
          The address leads to <a href={movedTo}>{movedTo}</a> now.
        </>
      )}
    </>
  );
}

function linkWords({ state, since, missingPhrases, problem }: LinkRecord): string {
  const day = dayText(since, LOCALE);
  switch (state) {
    case "ok":
      return missingPhrases === null
        ? "The page is there; its text was not read, since it is no web page or longer than 3 MB"
        : "The page is there, and holds the phrases recorded from it (the first 200 are looked for)";
    case "moved":
      return `The page has moved (found ${day})`;
    case "gone":
      return `The page is gone (found ${day})`;
    case "phrase_missing":
      return `The page no longer holds ${countText(missingPhrases ?? 0, "phrase", "phrases", LOCALE)} recorded from it (found ${day})`;
    case "unreachable":
      return `Nothing is known of the page: ${problem ?? "no answer"} (since ${day})`;
  }
}
