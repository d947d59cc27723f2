import type { Metadata } from "next";
import { NewAccount, NewPassword } from "@/components/entry/new-account";
import { DEAD_LINK } from "@/lib/auth/accounts/accept-invitation";
import { findInvitation } from "@/lib/auth/accounts/invitations";
import { readFlash } from "@/lib/auth/flash";
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
  const invitation = await findInvitation(token, "given");
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
  const refusal = await readFlash("account");
  if (invitation.forId !== null) {
    return (
      <>
        <h1>Choose a new password</h1>
        <p className="lede">
          For {invitation.forName}. A second step and API tokens end with the old password; set them up again after.
        </p>
        <NewPassword action={paths.auth("invite")} token={token} refusal={refusal} />
      </>
    );
  }
  return (
    <>
      <h1>Make your account</h1>
      <p className="lede">
        {invitation.byName} invites you as {invitation.role === "viewer" ? "a" : "an"} {invitation.role}: you may{" "}
        {MAY[invitation.role]}.
      </p>
      <NewAccount action={paths.auth("invite")} token={token} refusal={refusal} />
    </>
  );
}
