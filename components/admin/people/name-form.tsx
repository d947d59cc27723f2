"use client";

import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";
import { SmallForm } from "@/components/admin/people/small-form";
import { useAsking } from "@/components/admin/people/use-asking";
import { paths } from "@/lib/paths";

/** Changes one's own name. */
export function NameForm({ name: before }: { readonly name: string }) {
  const [name, setName] = useState(before);
  const [said, setSaid] = useState("");
  const { ask, issueAt, trouble, isBusy } = useAsking("own");
  const save = async () => {
    if (await ask("PATCH", paths.api.me(), { name })) setSaid("Saved");
  };
  return (
    <SmallForm
      button="Save the name"
      isDisabled={isBusy || name === before}
      trouble={trouble}
      said={said}
      onSend={save}
    >
      <TextField
        path="own.name"
        label="Name"
        value={name}
        onChange={(value) => {
          setName(value);
          setSaid("");
        }}
        error={issueAt("name")}
        hint="It stands beside your changes. Earlier changes keep the name of their time."
      />
    </SmallForm>
  );
}
