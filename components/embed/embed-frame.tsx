import type { ReactNode } from "react";
import { LOCALE } from "@/components/ui/locale";
import { edtfText } from "@/lib/format/period";
import { paths } from "@/lib/paths";

interface Props {
  /** The page that it was taken from. */
  readonly page: string;
  /** Null as the reader has it. */
  readonly theme: "light" | "dark" | null;
  /** Until when it stands still: a day (yyyy-mm-dd) or a revision; null where it is as it is today. */
  readonly frozen?: string | null;
  /** Whether it would say something else today. */
  readonly isOld?: boolean;
  readonly children: ReactNode;
}

/** What another site frames: no header, nothing of whoever looks; its links open beside the page it stands in. */
export function EmbedFrame({ page, theme, frozen = null, isOld = false, children }: Props) {
  return (
    <main className="embed" aria-label="Embedded" data-embed="" data-theme={theme ?? undefined}>
      <base target="_blank" />
      {children}
      <p className="embed-foot">
        {frozen === null ? null : <>{frozen}. </>}
        {isOld ? (
          <>
            <a href={page}>Newer figures exist</a>.{" "}
          </>
        ) : null}
        From <a href={page}>Footnote</a>, where each figure has its source and the source’s own words.{" "}
        <a href={paths.method()}>What the marks mean</a>
      </p>
      <script async src={paths.embedScript()} />
    </main>
  );
}

/** "As known on 1 March 2022"; null for today. */
export function frozenOn(day: string | null): string | null {
  return day === null ? null : `As known on ${edtfText(day, LOCALE)}`;
}

/** Stands in place of what was withdrawn, or cannot be shown as it was asked for. */
export function EmbedMessage({ message, page, theme }: Pick<Props, "page" | "theme"> & { readonly message: string }) {
  return (
    <EmbedFrame page={page} theme={theme}>
      <p className="notice warn">{message}</p>
    </EmbedFrame>
  );
}
