import { EditHead } from "@/components/admin/figure-form/edit-head";
import { FigurePreview } from "@/components/admin/figure-form/figure-preview";
import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import { draftOf } from "@/components/admin/figure-form/state/figure-record";
import type { FigureChoices } from "@/lib/figures/figure-choices";

/** A figure for people who may read drafts but not change them. */
export function ReadFigure({ record, choices }: { readonly record: FigureRecord; readonly choices: FigureChoices }) {
  const [origin] = record.citations;
  return (
    <>
      <EditHead record={record} mayEdit={false} />
      {origin?.phrase == null ? null : (
        <blockquote>
          <p className="phrase">“{origin.phrase}”</p>
        </blockquote>
      )}
      {record.note === null ? null : <p className="after">{record.note}</p>}
      <div className="form-side read-only">
        <FigurePreview draft={draftOf(record)} choices={choices} likely={[]} />
      </div>
    </>
  );
}
