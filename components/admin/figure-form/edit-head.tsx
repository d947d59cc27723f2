import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import { Tag } from "@/components/ui/tag";
import { paths } from "@/lib/paths";

const STANDS = {
  draft: { name: "Draft", tone: "warn" },
  published: { name: "Published", tone: "ok" },
  retracted: { name: "Retracted", tone: "alert" },
} as const;

/** What is being changed, where it stands, and where its past is. */
export function EditHead({ record, mayEdit = true }: { readonly record: FigureRecord; readonly mayEdit?: boolean }) {
  const { name, tone } = STANDS[record.status];
  return (
    <>
      <h1>{mayEdit ? "Change a figure" : "A figure"}</h1>
      <p className="lede">
        {record.labels.metric}, {record.labels.organisation ?? record.labels.region}
      </p>
      <p className="traits">
        <Tag tone={tone}>{name}</Tag>
        <a href={paths.admin.historyOf("figures", record.key)}>History (version {record.version})</a>
        {record.status === "published" ? <a href={paths.figure(record.key)}>See it on the site</a> : null}
      </p>
      {record.status === "retracted" ? (
        <p className="notice">
          This figure is retracted: it stands on no page. Restore it from{" "}
          <a href={paths.admin.historyOf("figures", record.key)}>its history</a> to change it.
        </p>
      ) : null}
    </>
  );
}
