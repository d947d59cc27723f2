"use client";

import { useEffect, useRef } from "react";
import type { FigureRecord } from "@/components/admin/figures/figure-draft";
import { paths } from "@/lib/paths";

/** What was just saved and where it is. Takes the focus, so that it is read out and the next figure is one Tab away. */
export function SavedNotice({ saved, text }: { readonly saved: FigureRecord | null; readonly text: string }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saved === null) return;
    notice.current?.focus();
    notice.current?.scrollIntoView({ block: "center" });
  }, [saved]);
  if (saved === null) return null;
  const isPublic = saved.status === "published";
  return (
    <div className="notice ok" ref={notice} tabIndex={-1} role="status">
      <h2>{isPublic ? "Published" : "Saved as a draft"}</h2>
      <p>
        {text}{" "}
        {isPublic ? (
          <>
            <a href={paths.figure(saved.key)}>See it on the site</a> ·{" "}
          </>
        ) : null}
        <a href={paths.admin.edit("figures", saved.key)}>{isPublic ? "Change it" : "Go on with the draft"}</a>
      </p>
    </div>
  );
}
