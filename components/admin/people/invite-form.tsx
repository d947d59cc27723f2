"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { ROLE_CHOICES } from "@/components/admin/people/role-names";
import { ShownOnce } from "@/components/admin/people/shown-once";
import { SmallForm } from "@/components/admin/people/small-form";
import { useSmallForm } from "@/components/admin/people/use-small-form";
import { paths } from "@/lib/paths";

const DAYS = { "1": "One day", "3": "Three days", "7": "A week", "30": "Thirty days" } as const;

/** Makes an invitation: a link to copy, which is shown this once. */
export function InviteForm() {
  const form = useSmallForm("invite", { role: "editor", days: "7" });
  const [link, setLink] = useState<string | null>(null);
  const send = async () => {
    setLink(null);
    const { role, days } = form.values;
    const made = await form.ask("POST", paths.api.invitations(), { role, days: Number(days) });
    if (made) setLink(new URL((made.data as { readonly path: string }).path, location.href).href);
  };
  return (
    <>
      <SmallForm form={form} button="Make an invitation link" isMain onSend={send}>
        <div className="field-row">
          <ChoiceField path="invite.role" label="Role" choices={ROLE_CHOICES} />
          <ChoiceField path="invite.days" label="Works for" choices={DAYS} />
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
