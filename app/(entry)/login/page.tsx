import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainForm } from "@/components/entry/plain-form";
import { findVisitor } from "@/lib/auth/authorize";
import { readFlash } from "@/lib/auth/flash";
import { nextPath } from "@/lib/auth/next-path";
import { paths } from "@/lib/paths";
import { firstValue } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { issues } = await readFlash("sign-in");
  return { title: Object.keys(issues).length > 0 ? "Not signed in" : "Sign in" };
}

export default async function LoginPage({ searchParams }: Props) {
  const next = nextPath(firstValue(await searchParams, "next"));
  if (await findVisitor()) redirect(next);
  return (
    <>
      <h1>Sign in</h1>
      <p className="lede">For people who look after the figures. Reading them needs no account.</p>
      <PlainForm
        action={paths.auth("sign-in")}
        hidden={{ next }}
        refusal={await readFlash("sign-in")}
        send="Sign in"
        fields={[
          { name: "email", label: "E-mail address", type: "email", autoComplete: "username" },
          { name: "password", label: "Password", type: "password", autoComplete: "current-password" },
        ]}
      />
      <p className="hint">No account, or the password is lost? Ask an admin for a link.</p>
    </>
  );
}
