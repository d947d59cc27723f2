"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { ROLE_CHOICES, type RoleName } from "@/components/admin/people/role-names";
import { ShownOnce } from "@/components/admin/people/shown-once";
import { SmallForm } from "@/components/admin/people/small-form";
import { useAsking } from "@/components/admin/people/use-asking";
import { paths } from "@/lib/paths";

const DAYS = { "1": "One day", "3": "Three days", "7": "A week", "30": "Thirty days" } as const;

/** Makes an invitation: a link to copy, which is shown this once. */
export function InviteForm() {
  const [role, setRole] = useState<RoleName>("editor");
  const [days, setDays] = useState<keyof typeof DAYS>("7");
  const [link, setLink] = useState<string | null>(null);
  const { ask, issueAt, trouble, isBusy } = useAsking("invite");
  const send = async () => {
    setLink(null);
    const made = await ask("POST", paths.api.invitations(), { role, days: Number(days) });
    if (made) setLink(new URL((made.data as { readonly path: string }).path, location.href).href);
  };
  return (
    <>
      <SmallForm button="Make an invitation link" isMain isDisabled={isBusy} trouble={trouble} onSend={send}>
        <div className="field-row">
          <ChoiceField
            path="invite.role"
            label="Role"
            value={role}
            error={issueAt("role")}
            choices={ROLE_CHOICES}
            onChange={(value) => setRole(value ?? role)}
          />
          <ChoiceField
            path="invite.days"
            label="Works for"
            value={days}
            error={issueAt("days")}
            choices={DAYS}
            onChange={(value) => setDays(value ?? days)}
          />
        </div>
      </SmallForm>
      {link === null ? null : (
        <ShownOnce
          key={link}
          label="Invitation link"
          text={link}
          note="Works once, and is not shown again. Send it to the person."
        />
      )}
    </>
  );
}
