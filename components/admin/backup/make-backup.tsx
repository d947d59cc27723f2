"use client";

import { ErrorNotice } from "@/components/admin/people/error-notice";
import { useAsking } from "@/components/admin/people/use-asking";
import { paths } from "@/lib/paths";

/** The button that makes a backup, and what came of it. */
export function MakeBackup() {
  const { ask, trouble, isBusy } = useAsking("backup");
  return (
    <>
      <p className="save-bar">
        <button
          type="button"
          className="btn primary"
          disabled={isBusy}
          onClick={() => void ask("POST", paths.api.backups())}
        >
          Make a backup now
        </button>
        <span className="hint" role="status">
          {isBusy ? "Copying and checking…" : ""}
        </span>
      </p>
      <ErrorNotice message={trouble} />
    </>
  );
}
