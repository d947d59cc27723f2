"use client";

import { useEffect, useRef } from "react";
import { NOT_LISTED, publicPage } from "@/components/admin/forms/public-page";
import { recordName } from "@/components/admin/forms/record-name";
import type { Saved } from "@/components/admin/forms/use-record-form";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import type { SavedRecord } from "@/components/admin/saving/send";
import type { DeskNoun } from "@/lib/figures/desk";
import { paths } from "@/lib/paths";

/** What was just saved and where it is. Takes the focus, so that it is read out. */
export function RecordSaved({
  noun,
  saved,
  isNew,
}: {
  readonly noun: DeskNoun;
  readonly saved: Saved | null;
  readonly isNew: boolean;
}) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saved === null) return;
    notice.current?.focus();
    notice.current?.scrollIntoView({ block: "center" });
  }, [saved]);
  if (saved === null) return null;
  const { record, warnings = [] } = saved;
  const { hasDrafts, many } = NOUN_WORDS[noun];
  const isPublic = hasDrafts ? record.status === "published" : record.retracted !== true;
  const page = isPublic ? publicPage(noun, record) : null;
  return (
    <div className="notice ok" ref={notice} tabIndex={-1} role="status">
      <h2>{headingOf(record)}</h2>
      <p>
        {recordName(record)}. {page === null ? null : <a href={page}>See it on the site</a>}
        {page === null ? null : " · "}
        {isNew ? (
          <>
            <a href={paths.admin.edit(noun, record.key)}>Go on with it</a> ·{" "}
          </>
        ) : null}
        <a href={paths.admin.list(noun)}>All {many}</a>
      </p>
      {isPublic && record.listed === false ? <p>{NOT_LISTED}.</p> : null}
      {warnings.map(({ path, message }) => (
        <p key={path} className="warned">
          {message}
        </p>
      ))}
    </div>
  );
}

function headingOf({ status, retracted }: SavedRecord): string {
  if (status === "retracted" || retracted === true) return "Retracted";
  if (status === "draft") return "Saved as a draft";
  return status === "published" ? "Saved and public" : "Saved";
}
