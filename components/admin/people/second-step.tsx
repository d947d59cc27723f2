"use client";

import { useState } from "react";
import { TextField } from "@/components/admin/fields/text-field";
import { SecretField } from "@/components/admin/people/secret-field";
import { SmallForm } from "@/components/admin/people/small-form";
import { useSmallForm } from "@/components/admin/people/use-small-form";
import { paths } from "@/lib/paths";

/** A second step that was begun: what the authenticator needs, and codes for when it is lost. */
interface Begun {
  readonly address: string;
  /** Its QR code: side length in modules, and the black ones as a path. */
  readonly drawing: { readonly size: number; readonly path: string };
  readonly backupCodes: readonly string[];
}

/** Turns the second step at sign-in on and off. */
export function SecondStep({ isOn }: { readonly isOn: boolean }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  if (isOn) return <PasswordStep isOn onDone={() => setBegun(null)} />;
  return begun === null ? <PasswordStep isOn={false} onDone={setBegun} /> : <FirstCode begun={begun} />;
}

/** Asks for the password, then begins or ends the second step. */
function PasswordStep({ isOn, onDone }: { readonly isOn: boolean; readonly onDone: (begun: Begun) => void }) {
  const form = useSmallForm("step", { password: "" });
  const send = async () => {
    const done = await form.ask(isOn ? "DELETE" : "POST", paths.api.me("/second-step"), form.values);
    if (!done) return;
    form.reset();
    onDone(done.data as Begun);
  };
  return (
    <SmallForm form={form} button={isOn ? "Turn it off" : "Set it up"} onSend={send}>
      <p>
        {isOn
          ? "On: signing in asks for a code from your authenticator."
          : "Off. With it, a stolen password alone is of no use: signing in also asks for a code from an authenticator app."}
      </p>
      <SecretField path="step.password" label="Password" autoComplete="current-password" />
    </SmallForm>
  );
}

/** Shows what the authenticator needs, and asks for a first code: it is on from then. */
function FirstCode({ begun }: { readonly begun: Begun }) {
  const form = useSmallForm("step", { code: "" });
  const secret = new URL(begun.address).searchParams.get("secret") ?? "";
  return (
    <SmallForm
      form={form}
      button="Turn it on"
      isMain
      onSend={() => form.ask("PUT", paths.api.me("/second-step/code"), form.values)}
    >
      <div className="notice">
        <h3>1. Show this to your authenticator</h3>
        <svg
          className="qr"
          viewBox={`0 0 ${begun.drawing.size} ${begun.drawing.size}`}
          role="img"
          aria-label="QR code of the key"
        >
          <path d={begun.drawing.path} />
        </svg>
        <p>
          Or <a href={begun.address}>open it in an app on this device</a>, or type this key:
        </p>
        <p>
          <code className="step-key">{secret.match(/.{1,4}/g)?.join(" ")}</code>
        </p>
        <h3>2. Keep these codes in a safe place</h3>
        <p>Each signs you in once when the authenticator is lost. They are not shown again.</p>
        <ul className="backup-codes">
          {begun.backupCodes.map((backup) => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
      </div>
      <TextField path="step.code" label="3. The code that it shows now" />
    </SmallForm>
  );
}
