import type { Metadata } from "next";
import { PeoplePage } from "@/components/admin/people/people-page";
import { LOCALE } from "@/components/ui/locale";
import { listPeople } from "@/lib/auth/accounts/accounts";
import { listInvitations } from "@/lib/auth/accounts/invitations";
import { requirePerson } from "@/lib/auth/authorize";
import { dayText } from "@/lib/format/period";
import "../people.css";

export const metadata: Metadata = { title: "People" };

export default async function Page() {
  const person = await requirePerson("administer");
  const [people, invitations] = await Promise.all([listPeople(), listInvitations()]);
  return (
    <PeoplePage
      selfId={person.id}
      people={people.map(({ lastUsed, ...rest }) => ({ ...rest, lastUsed: lastUsed && dayText(lastUsed, LOCALE) }))}
      invitations={invitations.map(({ expiresAt, ...rest }) => ({ ...rest, until: dayText(expiresAt, LOCALE) }))}
    />
  );
}
