"use client";

import { useEffect, useRef } from "react";
import { NOT_LISTED, publicPage } from "@/components/admin/forms/public-page";
import { recordName } from "@/components/admin/forms/record-name";
import type { Saved } from "@/components/admin/forms/use-record-form";
import { NOUN_WORDS } from "@/components/admin/noun-words";
import type { SavedRecord } from "@/components/admin/saving/send";
import type { DeskNoun } from "@/lib/figures/desk";
import { paths } from "@/lib/paths";

/**
 * What was just saved and where it is. Takes the focus, so that it is read out and seen, unless the person is going on with the next
 * record (`isGoingOn`): then it is read out only.
 */
export function RecordSaved({
  noun,
  saved,
  text,
  isNew,
  isGoingOn = false,
}: {
  readonly noun: DeskNoun;
  readonly saved: Saved | null;
  /** What was saved, in words, where its name does not say it. */
  readonly text?: string;
  /** Whether the form is that of a new record: there is a way to the one that was made. */
  readonly isNew: boolean;
  readonly isGoingOn?: boolean;
}) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saved === null || isGoingOn) return;
    notice.current?.focus();
    notice.current?.scrollIntoView({ block: "center" });
  }, [saved, isGoingOn]);
  if (saved === null) return null;
  const { record, warnings = [] } = saved;
  const { hasDrafts, many } = NOUN_WORDS[noun];
  const isPublic = hasDrafts ? record.status === "published" : record.retracted !== true;
  const page = isPublic ? publicPage(noun, record) : null;
  return (
    <div className="notice ok" ref={notice} tabIndex={-1} role="status">
      <h2>{headingOf(noun, record)}</h2>
      <p>
        {text ?? `${recordName(record)}.`}{" "}
        {page === null ? null : (
          <>
            <a href={page}>See it on the site</a> ·{" "}
          </>
        )}
        <a href={paths.admin.list(noun)}>All {many}</a>
        {isNew ? (
          <>
            {" "}
            · <a href={paths.admin.edit(noun, record.key)}>{isPublic ? "Change it" : "Go on with the draft"}</a>
          </>
        ) : null}
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

function headingOf(noun: DeskNoun, { status, retracted }: SavedRecord): string {
  if (status === "retracted" || retracted === true) return "Retracted";
  if (status === "draft") return "Saved as a draft";
  if (status === "published") return noun === "figures" ? "Published" : "Saved and public";
  return "Saved";
}
