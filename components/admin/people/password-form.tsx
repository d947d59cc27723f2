"use client";

import { SecretField } from "@/components/admin/people/secret-field";
import { SmallForm } from "@/components/admin/people/small-form";
import { useSmallForm } from "@/components/admin/people/use-small-form";
import { paths } from "@/lib/paths";

/** Changes one's own password. The address is there for password managers, so that they know whose it is. */
export function PasswordForm({ email }: { readonly email: string }) {
  const form = useSmallForm("password", { current: "", password: "" });
  const save = async () => {
    if (!(await form.ask("PUT", paths.api.me("/password"), form.values))) return;
    form.reset();
    form.say("Changed. Other browsers are signed out, and your API tokens have ended.");
  };
  return (
    <SmallForm form={form} button="Change the password" onSend={save}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <SecretField path="password.current" label="Password now" autoComplete="current-password" />
      <SecretField
        path="password.password"
        label="New password"
        autoComplete="new-password"
        hint="At least 12 characters. A few words in a row are easy to remember. Other browsers are signed out, and your API tokens end."
      />
    </SmallForm>
  );
}
