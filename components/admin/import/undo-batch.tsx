"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";
import { askSite, type Reply } from "@/components/admin/people/ask-site";
import { ErrorNotice } from "@/components/admin/people/error-notice";
import { type ImportJob, isEnded } from "@/lib/importing/job";
import { paths } from "@/lib/paths";

/** How long it takes until an undo that goes on is looked at again, in milliseconds. */
const ASK_EVERY_MS = 500;

/** Waits until an undo that was begun has ended: a long one is answered before. */
async function undone(reply: Reply): Promise<Reply> {
  const job = reply.data as ImportJob | null;
  if (reply.message !== null || job === null || isEnded(job.state)) {
    const message = reply.message ?? job?.trouble?.message ?? null;
    const issues = job?.trouble?.figures.map((path) => ({ path, code: job.trouble?.code ?? "", message: "" }));
    return { ...reply, message, issues: issues ?? reply.issues };
  }
  await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  return undone(await askSite("GET", paths.api.import(job.id)));
}

/** Takes an import back as one, after a reason was given. Figures that say something else since can be kept. */
export function UndoBatch({ batch, label }: { readonly batch: number; readonly label: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Reply | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        Undo<span className="hidden"> the import of {label}</span>
      </button>
    );
  }
  const undo = async (keepChanged: boolean) => {
    setBusy(true);
    const reply = await undone(await askSite("POST", paths.api.undoImport(batch), { reason, keepChanged }));
    setBusy(false);
    setRefused(reply.message === null ? null : reply);
    if (reply.message === null) router.refresh();
  };
  const inTheWay = refused?.issues.filter(({ code }) => code === "changed_since") ?? [];
  return (
    <div className="import-undo">
      <TextField
        path={`undo.${batch}`}
        label="Why is it undone"
        hint="Figures it added are retracted; figures it changed get back what they said before."
        value={reason}
        onChange={setReason}
      />
      <ErrorNotice message={refused?.message ?? null} />
      {inTheWay.length === 0 ? null : (
        <ul>
          {inTheWay.map(({ path }) => (
            <li key={path}>
              <a href={paths.admin.edit("figures", path)}>{path}</a>
            </li>
          ))}
        </ul>
      )}
      <p className="save-bar">
        <button
          type="button"
          className="btn small danger"
          disabled={isBusy || reason.trim() === ""}
          onClick={() => void undo(inTheWay.length > 0)}
        >
          {inTheWay.length > 0 ? "Undo the others" : "Undo the whole import"}
        </button>
        <button type="button" className="btn small" onClick={() => setOpen(false)}>
          Keep it
        </button>
      </p>
    </div>
  );
}
