import type { ReactNode } from "react";
import { CAUSES_SHOWN, changeText, fieldName, instantText, KINDS } from "@/components/admin/history/change-text";
import { Tag } from "@/components/ui/tag";
import type { AdminResource, RecordChange } from "@/lib/figures/admin-records";

/** What happened, who did it and when, in one line. */
export function ChangeHead({ change, children }: { readonly change: RecordChange; readonly children?: ReactNode }) {
  const { kind, cause, who, at } = change;
  return (
    <p className="change-head">
      <b>{KINDS[kind] ?? kind}</b> {children} by {who}, <time dateTime={at}>{instantText(at)}</time>
      {cause === null || (cause === "retracted" && kind === "retracted") ? null : (
        <>
          {" "}
          <Tag>{CAUSES_SHOWN[cause] ?? cause}</Tag>
        </>
      )}
    </p>
  );
}

/** What differs, field by field, before and after. A record that was just made shows what it was made with. */
export function FieldChanges({
  resource,
  change,
  nameOf,
}: {
  readonly resource: AdminResource;
  readonly change: RecordChange;
  readonly nameOf: (key: string) => string;
}) {
  const { changes, kind } = change;
  const isNew = kind === "created" || kind === "imported";
  const shown = isNew ? changes.filter(({ field }) => field !== "status" && field !== "retracted") : changes;
  if (shown.length === 0) return null;
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">Field</th>
          {isNew ? null : <th scope="col">Before</th>}
          <th scope="col">{isNew ? "Value" : "After"}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldName(resource, field)}</th>
            {isNew ? null : (
              <td data-name="Before">
                <del>{changeText(resource, field, before, nameOf) || "(empty)"}</del>
              </td>
            )}
            <td data-name={isNew ? undefined : "After"}>
              {isNew ? (
                changeText(resource, field, after, nameOf)
              ) : (
                <ins>{changeText(resource, field, after, nameOf) || "(empty)"}</ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
