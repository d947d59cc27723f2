"use client";

import { useRouter } from "next/navigation";
import { ErrorNotice } from "@/components/admin/people/error-notice";
import { useAsking } from "@/components/admin/people/use-asking";
import { LinkText } from "@/components/source/link-text";
import { LOCALE } from "@/components/ui/locale";
import type { LinkRecord } from "@/lib/figures/view-models";
import { dayText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

/** What was found at the address of a source, and the button that looks again. */
export function LinkCheck({
  source,
  link,
  mayAsk,
}: {
  readonly source: string;
  readonly link: LinkRecord | null;
  /** Whether this site may look (LINK_CHECKS), and this person may ask it to. */
  readonly mayAsk: boolean;
}) {
  const { ask, trouble, isBusy } = useAsking("link");
  const router = useRouter();
  return (
    <section className="link-check" aria-label="Its address">
      <h2>Its address</h2>
      <p>
        {link === null ? (
          "Nobody has looked whether the page is still there."
        ) : (
          <>
            <LinkText link={link} /> Last looked at on {dayText(link.checkedAt, LOCALE)}.
          </>
        )}
      </p>
      {mayAsk ? (
        <p className="save-bar">
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => void ask("POST", paths.api.linkCheck(source)).then(() => router.refresh())}
          >
            Look now
          </button>
          <span className="hint" role="status">
            {isBusy ? "Asking for the page…" : ""}
          </span>
        </p>
      ) : (
        <p className="hint">This site contacts nobody unless it is told to: LINK_CHECKS in its settings.</p>
      )}
      <ErrorNotice message={trouble} />
    </section>
  );
}
