import type { Metadata } from "next";
import { NewAccount } from "@/components/entry/new-account";
import { hasAccounts } from "@/lib/auth/accounts/accounts";
import { findInvitation } from "@/lib/auth/accounts/invitations";
import { readFlash } from "@/lib/auth/flash";
import { paths } from "@/lib/paths";
import { firstValue } from "@/lib/schemas/view";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const metadata: Metadata = { title: "The first account" };

export default async function SetupPage({ searchParams }: Props) {
  const token = firstValue(await searchParams, "token") ?? "";
  const isOpen = (await findInvitation(token, "first-run")) !== null;
  if (isOpen) {
    return (
      <>
        <h1>The first account</h1>
        <p className="lede">It is an admin’s: it can invite others, and may do everything.</p>
        <NewAccount action={paths.auth("setup")} token={token} refusal={await readFlash("account")} />
      </>
    );
  }
  const isDone = await hasAccounts();
  return (
    <>
      <h1>{isDone ? "Set-up is done" : "This needs the link from the start"}</h1>
      {isDone ? (
        <p>
          The first account was made. <a href={paths.login()}>Sign in</a>, or ask an admin for an invitation.
        </p>
      ) : (
        <p>
          While there is no account, <code>npm start</code> prints a link that opens this page. It works once, for a
          day; the next start prints it again, or a new one. <code>npm run admin:create</code> makes the account without
          a browser.
        </p>
      )}
    </>
  );
}
