"use client";

import { Checkbox } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { read } from "@/components/admin/api-client";
import { knownRecords, lookUp } from "@/components/admin/fields/known-records";
import type { FigureRecord } from "@/components/admin/figure-form/state/figure-draft";
import type { DeskDraft } from "@/components/admin/reading-desk/state/desk-state";
import { type PublishRow, publishRows } from "@/components/admin/reading-desk/state/publish-rows";
import type { Desk } from "@/components/admin/reading-desk/state/use-desk";
import { paths } from "@/lib/paths";

/** What will be published, draft by draft, to be looked through before it is; each can be left out and stays a draft. */
export function PublishList({
  desk,
  drafts,
  onClose,
}: {
  readonly desk: Desk;
  readonly drafts: readonly DeskDraft[];
  readonly onClose: () => void;
}) {
  const [rows, setRows] = useState<readonly PublishRow[] | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  // The drafts as they stand now: they may have been changed since they were kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up once, when the list is opened
  useEffect(() => {
    heading.current?.focus();
    void readRecords(drafts).then(async (records) => {
      await lookUp([...records.values()]);
      const found = publishRows(drafts, records, knownRecords(desk.choices));
      setRows(found);
      setLeft(found.filter(({ isMeant }) => !isMeant).map(({ draft }) => draft.key));
    });
  }, []);
  const meant = (rows ?? []).filter(({ draft }) => !left.includes(draft.key)).map(({ draft }) => draft);
  const missing = rows === null ? 0 : drafts.length - rows.length;
  const warned = (rows ?? []).filter(({ warnings }) => warnings.length > 0).length;
  return (
    <section className="publish-list" aria-label="Before publishing">
      <h2 ref={heading} tabIndex={-1}>
        {rows === null
          ? "Looking up the drafts …"
          : `Publish these? ${rows.length === 1 ? "One draft" : `${rows.length} drafts`}`}
        {warned === 0 ? "" : `, ${warned} to look at first`}
      </h2>
      {missing === 0 ? null : (
        <p className="warned">
          {missing} of them could not be looked up and are left out. Open the list again to try once more.
        </p>
      )}
      <ol>
        {(rows ?? []).map((row) => (
          <Row
            key={row.draft.key}
            row={row}
            isMeant={!left.includes(row.draft.key)}
            onMeant={(isMeant) =>
              setLeft((before) =>
                isMeant ? before.filter((key) => key !== row.draft.key) : [...before, row.draft.key],
              )
            }
          />
        ))}
      </ol>
      <p className="save-bar">
        <button
          type="button"
          className="btn primary"
          disabled={meant.length === 0 || desk.saving.state.kind === "saving"}
          onClick={() => {
            onClose();
            void desk.publish(meant);
          }}
        >
          {meant.length === 0
            ? "Nothing to publish"
            : meant.length === 1
              ? "Publish 1 figure"
              : `Publish ${meant.length} figures`}
        </button>
        <button type="button" className="btn plain" onClick={onClose}>
          Not now
        </button>
      </p>
    </section>
  );
}

function Row({
  row,
  isMeant,
  onMeant,
}: {
  readonly row: PublishRow;
  readonly isMeant: boolean;
  readonly onMeant: (isMeant: boolean) => void;
}) {
  const { draft, phrase, about, reads, warnings } = row;
  return (
    <li className={isMeant ? undefined : "left-out"}>
      <Checkbox
        label={
          <>
            <q>{phrase}</q> → <b>{reads}</b>
          </>
        }
        description={about}
        checked={isMeant}
        onChange={(event) => onMeant(event.currentTarget.checked)}
      />
      {warnings.map((warning) => (
        <p key={warning} className="warned">
          {warning}
        </p>
      ))}
      <a href={paths.admin.edit("figures", draft.key)} target="_blank" rel="noreferrer">
        Change it
      </a>
    </li>
  );
}

/** The records of the drafts by their keys; those that could not be read are missing. */
async function readRecords(drafts: readonly DeskDraft[]): Promise<ReadonlyMap<string, FigureRecord>> {
  const records = new Map<string, FigureRecord>();
  const readOne = async ({ key }: DeskDraft) => {
    const record = await read<FigureRecord>(paths.api.record("figures", key));
    if (record !== null) records.set(key, record);
  };
  await Promise.all(drafts.map(readOne));
  return records;
}
