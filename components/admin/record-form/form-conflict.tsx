"use client";

import type { Edited } from "@/components/admin/record-form/definitions/record-spec";
import type { useRecordForm } from "@/components/admin/record-form/state/use-record-form";
import { ConflictView } from "@/components/admin/saving/conflict-view";

/** Both versions side by side where another person saved first; nothing otherwise. */
export function FormConflict<Values extends Edited>({
  form: { saving, differencesFrom, saveOnTop },
}: {
  readonly form: ReturnType<typeof useRecordForm<Values>>;
}) {
  const { state } = saving;
  if (state.kind !== "conflict") return null;
  return (
    <ConflictView
      key={state.current.version}
      differences={differencesFrom(state.current)}
      busy={false}
      onSave={(mine) => void saveOnTop(state.current, mine)}
    />
  );
}
