import { ChangeHead, FieldChanges } from "@/components/admin/history/change-entry";
import { instantText } from "@/components/admin/history/change-text";
import { RestoreVersion } from "@/components/admin/history/restore-version";
import type { SavedRecord } from "@/components/admin/saving/send";
import type { AdminResource, RecordChange } from "@/lib/figures/admin-records";

const MAKES = ["created", "imported"];

/** Every change of one record, newest first, each version restorable by those who may. */
export function RecordHistory({
  resource,
  record,
  changes,
  nameOf,
  mayEdit,
}: {
  readonly resource: AdminResource;
  readonly record: SavedRecord;
  readonly changes: readonly RecordChange[];
  readonly nameOf: (key: string) => string;
  readonly mayEdit: boolean;
}) {
  const oldest = changes.at(-1);
  const isRetracted = record.status === "retracted" || record.retracted === true;
  const shared = { resource, recordKey: record.key, version: record.version };
  if (oldest === undefined) {
    return <p className="empty">It has not been changed since it was first recorded here.</p>;
  }
  return (
    <ol className="change-list">
      {changes.map((change, index) => (
        <li key={change.revision}>
          <ChangeHead change={change} />
          {change.reason === null ? null : <p className="change-reason">“{change.reason}”</p>}
          <FieldChanges resource={resource} change={change} nameOf={nameOf} />
          {index === 0 ? (
            <p className="hint">
              {isRetracted ? "Restore an earlier version to bring it back." : "This is how it stands now."}
            </p>
          ) : mayEdit && change.kind !== "retracted" ? (
            <RestoreVersion {...shared} revision={change.revision} what={`of ${instantText(change.at)}`} />
          ) : null}
        </li>
      ))}
      {MAKES.includes(oldest.kind) ? null : (
        <li>
          <p className="change-head">
            <b>As first recorded here</b>, before the changes above
          </p>
          {mayEdit ? <RestoreVersion {...shared} revision={oldest.revision} before what="as first recorded" /> : null}
        </li>
      )}
    </ol>
  );
}
