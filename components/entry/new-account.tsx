import { PlainForm, type Refusal } from "@/components/entry/plain-form";

/** The form that makes an account: name, address, password. `token` is the secret of the link. */
export function NewAccount({
  action,
  token,
  refusal,
}: {
  readonly action: string;
  readonly token: string;
  readonly refusal: Refusal;
}) {
  return (
    <PlainForm
      action={action}
      hidden={{ token }}
      refusal={refusal}
      send="Make the account"
      fields={[
        { name: "name", label: "Name", type: "text", autoComplete: "name", hint: "Stands beside your changes." },
        {
          name: "email",
          label: "E-mail address",
          type: "email",
          autoComplete: "username",
          hint: "To sign in with. It is never shown to readers, and nothing is sent to it.",
        },
        {
          name: "password",
          label: "Password",
          type: "password",
          autoComplete: "new-password",
          hint: "At least 12 characters. A few words in a row are easy to remember.",
        },
      ]}
    />
  );
}
