import type { Metadata } from "next";
import { PlainForm } from "@/components/entry/plain-form";
import { readFlash } from "@/lib/auth/flash";
import { nextPath } from "@/lib/auth/next-path";
import { paths } from "@/lib/paths";
import { firstValue } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const metadata: Metadata = { title: "Second step" };

export default async function CodePage({ searchParams }: Props) {
  const next = nextPath(firstValue(await searchParams, "next"));
  return (
    <>
      <h1>Second step</h1>
      <p className="lede">Type the code that your authenticator shows now. A backup code will do as well, once.</p>
      <PlainForm
        action={paths.auth("code")}
        hidden={{ next }}
        refusal={await readFlash("code")}
        send="Go on"
        fields={[{ name: "code", label: "Code", type: "code", autoComplete: "one-time-code" }]}
      />
      <p className="hint">
        <a href={paths.login(next)}>Start again</a>
      </p>
    </>
  );
}
