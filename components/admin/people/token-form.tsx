"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";
import { ShownOnce } from "@/components/admin/people/shown-once";
import { SmallForm } from "@/components/admin/people/small-form";
import { useAsking } from "@/components/admin/people/use-asking";
import { paths } from "@/lib/paths";

const DAYS = { "30": "30 days", "90": "90 days", "365": "A year", never: "Until I take it back" } as const;

/** Makes an API token; it is shown this once. */
export function TokenForm() {
  const [name, setName] = useState("");
  const [days, setDays] = useState<keyof typeof DAYS>("90");
  const [secret, setSecret] = useState<string | null>(null);
  const { ask, issueAt, trouble, isBusy } = useAsking("token");
  const send = async () => {
    setSecret(null);
    const made = await ask("POST", paths.api.tokens(), { name, days: days === "never" ? null : Number(days) });
    if (!made) return;
    setName("");
    setSecret((made.data as { readonly secret: string }).secret);
  };
  return (
    <>
      <SmallForm button="Make a token" isDisabled={isBusy} trouble={trouble} onSend={send}>
        <div className="field-row">
          <TextField path="token.name" label="What it is for" value={name} onChange={setName} error={issueAt("name")} />
          <ChoiceField
            path="token.days"
            label="Works for"
            value={days}
            error={issueAt("days")}
            choices={DAYS}
            onChange={(value) => setDays(value ?? days)}
          />
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
