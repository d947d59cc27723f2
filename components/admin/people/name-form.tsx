"use client";

import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";
import { Trouble } from "@/components/admin/people/trouble";
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
    <form
      className="fields small-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
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
      <Trouble message={trouble} />
      <div className="save-bar">
        <button type="submit" className="btn" disabled={isBusy || name === before}>
          Save the name
        </button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}
