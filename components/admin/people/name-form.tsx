"use client";

import { TextField } from "@/components/admin/fields/text-field";
import { SmallForm } from "@/components/admin/people/small-form";
import { useSmallForm } from "@/components/admin/people/use-small-form";
import { paths } from "@/lib/paths";

/** Changes one's own name. */
export function NameForm({ name: before }: { readonly name: string }) {
  const form = useSmallForm("own", { name: before });
  const save = async () => {
    if (await form.ask("PATCH", paths.api.me(), form.values)) form.say("Saved");
  };
  return (
    <SmallForm form={form} button="Save the name" isDisabled={form.values.name === before} onSend={save}>
      <TextField
        path="own.name"
        label="Name"
        hint="It stands beside your changes. Earlier changes keep the name of their time."
      />
    </SmallForm>
  );
}
