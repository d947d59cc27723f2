"use client";

import { useEffect, useRef } from "react";
import type { FigureRecord } from "@/components/admin/figures/figure-draft";
import { paths } from "@/lib/paths";

/**
 * What was just saved and where it is. Takes the focus, so that it is read out and seen, unless the person is going on with the next
 * figure (`isGoingOn`): then it is read out only.
 */
export function SavedNotice({
  saved,
  text,
  isGoingOn = false,
}: {
  readonly saved: FigureRecord | null;
  readonly text: string;
  readonly isGoingOn?: boolean;
}) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saved === null || isGoingOn) return;
    notice.current?.focus();
    notice.current?.scrollIntoView({ block: "center" });
  }, [saved, isGoingOn]);
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
