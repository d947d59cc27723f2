"use client";

import type { FormValues } from "@/components/admin/record-form/state/values";
import { LOCALE } from "@/components/ui/locale";
import { sourceReference } from "@/lib/citation/short-reference";
import { readDateSpan } from "@/lib/dates/date-text";
import { paths } from "@/lib/paths";
import { type KnownSource, readSourceAddress } from "@/lib/reading/article/source-address";

/** Beside the form of a source: whether its address is recorded already, and how it will be cited. */
export function SourceSide({
  values,
  known,
  ownKey,
}: {
  readonly values: FormValues;
  readonly known: readonly KnownSource[];
  readonly ownKey: string | null;
}) {
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const existing = readSourceAddress(text("url"), known)?.existing ?? null;
  const published = readDateSpan(text("published"));
  const source = {
    slug: "preview",
    type: "webpage",
    kind: text("kind"),
    title: text("title") || "Title",
    publisher: text("publisher") || "Publisher",
    authors: text("authors") || null,
    published: published.ok ? published.start : null,
    language: text("language"),
    url: text("url") || "https://",
    accessed: null,
  };
  return (
    <aside className="form-side" aria-label="Preview">
      <h2>How it will be cited</h2>
      <p className="cite-preview">{sourceReference(source, LOCALE)}</p>
      <div role="status">
        {existing === null || existing.slug === ownKey ? null : (
          <div className="notice warn">
            <h2>This address is recorded already</h2>
            <p>
              <a href={paths.admin.edit("sources", existing.slug)}>{existing.title}</a>. One source is enough: figures
              can name another place in it.
            </p>
          </div>
        )}
      </div>
    </aside>
  );
}
