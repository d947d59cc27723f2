"use client";

import { useEffect, useRef } from "react";
import { NOT_LISTED, publicPage } from "@/components/admin/record-form/definitions/public-page";
import { recordName } from "@/components/admin/record-form/definitions/record-name";
import type { Saved } from "@/components/admin/record-form/state/use-record-form";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import type { SavedRecord } from "@/components/admin/saving/send";
import type { AdminResource } from "@/lib/figures/admin-records";
import { paths } from "@/lib/paths";

/**
 * What was just saved and where it is. Takes the focus, so that it is read out and seen, unless the person is going on with the next
 * record (`isGoingOn`): then it is read out only.
 */
export function RecordSaved({
  resource,
  saved,
  text,
  isNew,
  isGoingOn = false,
}: {
  readonly resource: AdminResource;
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
  const { hasDrafts, many } = RESOURCE_WORDS[resource];
  const isPublic = hasDrafts ? record.status === "published" : record.retracted !== true;
  const page = isPublic ? publicPage(resource, record) : null;
  return (
    <div className="notice ok" ref={notice} tabIndex={-1} role="status">
      <h2>{headingOf(resource, record)}</h2>
      <p>
        {text ?? `${recordName(record)}.`}{" "}
        {page === null ? null : (
          <>
            <a href={page}>See it on the site</a> ·{" "}
          </>
        )}
        <a href={paths.admin.list(resource)}>All {many}</a>
        {isNew ? (
          <>
            {" "}
            · <a href={paths.admin.edit(resource, record.key)}>{isPublic ? "Change it" : "Go on with the draft"}</a>
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

function headingOf(resource: AdminResource, { status, retracted }: SavedRecord): string {
  if (status === "retracted" || retracted === true) return "Retracted";
  if (status === "draft") return "Saved as a draft";
  if (status === "published") return resource === "figures" ? "Published" : "Saved and public";
  return "Saved";
}
