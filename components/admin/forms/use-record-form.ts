"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import type { Issue } from "@/components/admin/fields/error-summary";
import { useAddress } from "@/components/admin/fields/use-address";
import { DEFINITIONS } from "@/components/admin/forms/definitions";
import { type Definition, type FormNoun, fieldsOf } from "@/components/admin/forms/field";
import { withAddress } from "@/components/admin/forms/fill-from-address";
import { changedFields, type FieldValue, type FormValues, toInput, toValues } from "@/components/admin/forms/values";
import type { Outcome, SavedRecord } from "@/components/admin/saving/send";
import { useKept } from "@/components/admin/saving/use-kept";
import { useSaving } from "@/components/admin/saving/use-saving";
import { paths } from "@/lib/paths";
import type { KnownSource } from "@/lib/reading/source-address";
import { parseNew } from "@/lib/schemas/nouns";

type Data = Readonly<Record<string, unknown>>;
export type WantedStatus = "draft" | "published";

/** What is being edited, as it is kept in the browser. An edit remembers the version that it builds on. */
interface Edited {
  readonly version: number | null;
  readonly before: Data;
  readonly values: FormValues;
  readonly reason: string;
}

/** What was saved last; `changed` is false where nothing was different. */
export interface Saved {
  readonly record: SavedRecord;
  readonly changed: boolean;
  readonly warnings?: readonly Issue[];
}

/** What an edit begins with: a record, or a new one. */
function begin(definition: Definition, record: SavedRecord | null, more: Data = {}): Edited {
  const values = toValues(definition, record ?? { ...definition.initial, ...more });
  return { version: record?.version ?? null, before: toInput(definition, values), values, reason: "" };
}

/** Sentences for what the schema can only call missing, by the kind of field. */
function inOurWords(definition: Definition, issue: Issue): Issue {
  const field = fieldsOf(definition).find(({ name }) => name === issue.path);
  const isMissing = issue.code === "missing" || issue.message === "Fill this in";
  if (!isMissing || field === undefined) {
    return /\.source$/.test(issue.path) && isMissing ? { ...issue, message: "Choose the source" } : issue;
  }
  if (field.kind === "record") return { ...issue, message: `Choose the ${field.one}` };
  return field.kind === "choice" ? { ...issue, message: "Choose one" } : issue;
}

/** A form of one record: what stands in it, what is wrong with it, and saving it as new or as the next version. */
export function useRecordForm({
  noun,
  record,
  personId,
  mayEdit,
  known,
  beginning,
}: {
  readonly noun: FormNoun;
  readonly record: SavedRecord | null;
  readonly personId: string;
  readonly mayEdit: boolean;
  readonly known: readonly KnownSource[];
  /** What a new record begins with beyond what its definition says. */
  readonly beginning: Data;
}) {
  const router = useRouter();
  const definition = DEFINITIONS[noun];
  const [current, setCurrent] = useState(record);
  const start = useMemo(() => begin(definition, current, beginning), [definition, current, beginning]);
  const isEdited = (stored: unknown): stored is Edited => {
    const values = (stored as Partial<Edited> | null)?.values;
    return typeof values === "object" && fieldsOf(definition).every(({ name }) => name in values);
  };
  const kept = useKept<Edited>(`${personId}:${noun}:${record?.key ?? "new"}`, start, isEdited);
  const saving = useSaving();
  const { value: edited, change, forget } = kept;
  const [saved, setSaved] = useState<Saved | null>(null);
  const lastStatus = useRef<WantedStatus | null>(null);

  const url = mayEdit && noun === "sources" ? String(edited.values.url ?? "") : "";
  const address = useAddress(url, (before, after) =>
    change((now) => ({ ...now, values: withAddress(now.values, url, after, before) })),
  );
  const setValue = (name: string, value: FieldValue) => {
    saving.clearIssue(name);
    setSaved(null);
    const isAddress = noun === "sources" && name === "url" && typeof value === "string";
    if (isAddress) address.typed();
    change((before) => {
      const values = isAddress ? withAddress(before.values, value, known) : { ...before.values, [name]: value };
      return { ...before, values };
    });
  };

  const send = async (what: Edited, status: WantedStatus | null, affectedFigures?: number): Promise<Outcome | null> => {
    lastStatus.current = status;
    setSaved(null);
    const input = toInput(definition, what.values);
    const whole = withStatus(noun, input, status ?? statusOf(current));
    const parsed = parseNew(
      noun,
      definition.keyField !== null && current ? { ...whole, [definition.keyField]: current.key } : whole,
    );
    const problems = parsed.ok ? [] : parsed.issues.map((issue) => inOurWords(definition, issue));
    saving.showIssues(problems);
    if (problems.length > 0) return null;
    if (current === null) return create(whole);
    const changes = { ...changedFields(what.before, input), ...(status === null ? {} : { status }) };
    if (Object.keys(changes).length === 0) {
      forget(start);
      setSaved({ record: current, changed: false });
      return null;
    }
    const body = {
      ...changes,
      ...(what.reason.trim() === "" ? {} : { reason: what.reason }),
      ...(affectedFigures === undefined ? {} : { affectedFigures }),
    };
    const path = paths.api.record(noun, current.key);
    const version = what.version ?? current.version;
    return finish(await saving.save({ method: "PATCH", path, body, version }));
  };

  const create = async (body: Data) => {
    const path = paths.api.records(noun);
    const outcome = await saving.save({ method: "POST", path, body, attempt: kept.attemptFor(body) });
    if (outcome?.kind === "saved") {
      const { position } = outcome.record;
      const after = typeof position === "number" ? { position: position + 1 } : {};
      forget(begin(definition, null, { ...beginning, ...after }));
      setSaved({ ...outcome, changed: true });
    }
    return outcome;
  };

  /** Goes on from what the server has now. */
  const finish = (outcome: Outcome | null): Outcome | null => {
    if (outcome?.kind !== "saved") return outcome;
    setCurrent(outcome.record);
    forget(begin(definition, outcome.record));
    setSaved({ ...outcome, changed: true });
    // The name and the status above the form come from the server.
    router.refresh();
    return outcome;
  };

  /** Saves on top of another person's version, taking the named fields from here. */
  const saveOnTop = (theirs: SavedRecord, mine: readonly string[]) => {
    const base = begin(definition, theirs);
    const own = Object.entries(edited.values).filter(([name]) => mine.includes(name));
    const next: Edited = { ...base, reason: edited.reason, values: { ...base.values, ...Object.fromEntries(own) } };
    setCurrent(theirs);
    change(next);
    saving.reset();
    return send(next, lastStatus.current);
  };

  return {
    definition,
    current,
    edited,
    kept,
    saving,
    saved,
    setValue,
    setReason: (reason: string) => change((before) => ({ ...before, reason })),
    save: (status: WantedStatus | null) => send(edited, status),
    retry: () => send(edited, lastStatus.current),
    /** Saves though so many figures say something else by it. Asks for the reason first. */
    confirm: (affectedFigures: number) => {
      if (edited.reason.trim() !== "") return send(edited, lastStatus.current, affectedFigures);
      saving.showIssues([{ path: "reason", code: "missing", message: "Say why; readers will see it" }]);
      return null;
    },
    discard: () => forget(start),
    saveOnTop,
    finish,
  };
}

/** Where a record stands, as the schema of its input has it; null for a noun without drafts. */
function statusOf(record: SavedRecord | null): WantedStatus | null {
  return record?.status === "draft" || record?.status === "published" ? record.status : null;
}

function withStatus(noun: FormNoun, input: Data, status: WantedStatus | null): Data {
  return (noun === "milestones" || noun === "charts") && status !== null ? { ...input, status } : input;
}
