import type { Metadata } from "next";
import { NewAccount } from "@/components/entry/new-account";
import { readFlash } from "@/lib/auth/flash";
import { DEAD_LINK, findInvitation } from "@/lib/auth/invitations";
import { paths } from "@/lib/paths";

interface Props {
  readonly params: Promise<{ readonly token: string }>;
}

export const metadata: Metadata = { title: "Invitation" };

const MAY = {
  viewer: "read what is not published yet",
  editor: "add and change figures and all that belongs to them",
  admin: "do everything, and look after people and settings",
} as const;

export default async function InvitePage({ params }: Props) {
  const { token } = await params;
  const invitation = await findInvitation(token, false);
  if (invitation === null) {
    return (
      <>
        <h1>This invitation does not work</h1>
        <p>{DEAD_LINK}</p>
        <p>
          <a href={paths.login()}>Sign in</a>
        </p>
      </>
    );
  }
  return (
    <>
      <h1>Make your account</h1>
      <p className="lede">
        {invitation.by} invites you as {invitation.role === "viewer" ? "a" : "an"} {invitation.role}: you may{" "}
        {MAY[invitation.role]}.
      </p>
      <NewAccount action={paths.auth("invite")} token={token} refusal={await readFlash("account")} />
    </>
  );
}
