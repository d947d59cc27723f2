"use client";

import { useEffect, useRef } from "react";
import type { SavedRecord } from "@/components/admin/saving/send";
import { paths } from "@/lib/paths";

/**
 * What was just saved and where it is. Takes the focus, so that it is read out and seen, unless the person is going on with the next
 * figure (`isGoingOn`): then it is read out only.
 */
export function SavedNotice({
  record,
  text,
  isGoingOn = false,
}: {
  readonly record: SavedRecord | null;
  readonly text: string;
  readonly isGoingOn?: boolean;
}) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (record === null || isGoingOn) return;
    notice.current?.focus();
    notice.current?.scrollIntoView({ block: "center" });
  }, [record, isGoingOn]);
  if (record === null) return null;
  const isPublic = record.status === "published";
  return (
    <div className="notice ok" ref={notice} tabIndex={-1} role="status">
      <h2>{isPublic ? "Published" : "Saved as a draft"}</h2>
      <p>
        {text}{" "}
        {isPublic ? (
          <>
            <a href={paths.figure(record.key)}>See it on the site</a> ·{" "}
          </>
        ) : null}
        <a href={paths.admin.edit("figures", record.key)}>{isPublic ? "Change it" : "Go on with the draft"}</a>
      </p>
    </div>
  );
}
