import { type Field, PlainForm, type Refusal } from "@/components/entry/plain-form";

interface LinkForm {
  readonly action: string;
  /** The secret of the link. */
  readonly token: string;
  readonly refusal: Refusal;
}

const PASSWORD: Field = {
  name: "password",
  label: "Password",
  type: "password",
  autoComplete: "new-password",
  hint: "At least 12 characters. A few words in a row are easy to remember.",
};

/** The form that makes an account: name, address, password. */
export function NewAccount({ action, token, refusal }: LinkForm) {
  const fields: readonly Field[] = [
    { name: "name", label: "Name", type: "text", autoComplete: "name", hint: "It stands beside your changes." },
    {
      name: "email",
      label: "E-mail address",
      type: "email",
      autoComplete: "username",
      hint: "To sign in with. Readers never see it, and nothing is sent to it.",
    },
    PASSWORD,
  ];
  return <PlainForm action={action} hidden={{ token }} refusal={refusal} send="Make the account" fields={fields} />;
}

/** The form that gives an account a new password. */
export function NewPassword({ action, token, refusal }: LinkForm) {
  return (
    <PlainForm action={action} hidden={{ token }} refusal={refusal} send="Use this password" fields={[PASSWORD]} />
  );
}
