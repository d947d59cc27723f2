"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";
import { askSite } from "@/components/admin/people/ask-site";
import { Trouble } from "@/components/admin/people/trouble";
import { paths } from "@/lib/paths";

/** Takes an import back as one, after a reason was given. */
export function UndoBatch({ batch, label }: { readonly batch: number; readonly label: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        Undo<span className="hidden"> the import of {label}</span>
      </button>
    );
  }
  const undo = async () => {
    setBusy(true);
    const { message } = await askSite("POST", paths.api.undoImport(batch), { reason });
    setBusy(false);
    setTrouble(message);
    if (message === null) router.refresh();
  };
  return (
    <div className="import-undo">
      <TextField
        path={`undo.${batch}`}
        label="Why is it undone"
        hint="Figures it added are retracted; figures it changed get back what they said before."
        value={reason}
        onChange={setReason}
      />
      <Trouble message={trouble} />
      <p className="save-bar">
        <button
          type="button"
          className="btn small danger"
          disabled={isBusy || reason.trim() === ""}
          onClick={() => void undo()}
        >
          Undo the whole import
        </button>
        <button type="button" className="btn small" onClick={() => setOpen(false)}>
          Keep it
        </button>
      </p>
    </div>
  );
}
