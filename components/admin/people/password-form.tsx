"use client";

import { useState } from "react";
import { SecretField } from "@/components/admin/people/secret-field";
import { SmallForm } from "@/components/admin/people/small-form";
import { useAsking } from "@/components/admin/people/use-asking";
import { paths } from "@/lib/paths";

/** Changes one's own password. The address is there for password managers, so that they know whose it is. */
export function PasswordForm({ email }: { readonly email: string }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [said, setSaid] = useState("");
  const { ask, issueAt, trouble, isBusy } = useAsking("password");
  const save = async () => {
    setSaid("");
    if (!(await ask("PUT", paths.api.me("/password"), { current, password }))) return;
    setCurrent("");
    setPassword("");
    setSaid("Changed. Other browsers are signed out, and your API tokens have ended.");
  };
  return (
    <SmallForm button="Change the password" isDisabled={isBusy} trouble={trouble} said={said} onSend={save}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <SecretField
        path="password.current"
        label="Password now"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={issueAt("current")}
      />
      <SecretField
        path="password.password"
        label="New password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={issueAt("password")}
        hint="At least 12 characters. A few words in a row are easy to remember. Other browsers are signed out, and your API tokens end."
      />
    </SmallForm>
  );
}
