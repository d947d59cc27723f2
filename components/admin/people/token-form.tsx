"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";
import { ShownOnce } from "@/components/admin/people/shown-once";
import { SmallForm } from "@/components/admin/people/small-form";
import { useSmallForm } from "@/components/admin/people/use-small-form";
import { paths } from "@/lib/paths";

const DAYS = { "30": "30 days", "90": "90 days", "365": "A year", never: "Until I take it back" } as const;

/** Makes an API token; it is shown this once. */
export function TokenForm() {
  const form = useSmallForm("token", { name: "", days: "90" });
  const [secret, setSecret] = useState<string | null>(null);
  const send = async () => {
    setSecret(null);
    const { name, days } = form.values;
    const made = await form.ask("POST", paths.api.tokens(), { name, days: days === "never" ? null : Number(days) });
    if (!made) return;
    form.reset();
    setSecret((made.data as { readonly secret: string }).secret);
  };
  return (
    <>
      <SmallForm form={form} button="Make a token" onSend={send}>
        <div className="field-row">
          <TextField path="token.name" label="What it is for" />
          <ChoiceField path="token.days" label="Works for" choices={DAYS} />
        </div>
      </SmallForm>
      {secret === null ? null : (
        <ShownOnce
          key={secret}
          label="Token"
          text={secret}
          note="Send it as “Authorization: Bearer …”. It is not shown again."
        />
      )}
    </>
  );
}
