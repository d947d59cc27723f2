import type { Metadata } from "next";
import { AccountPage } from "@/components/admin/people/account-page";
import { LOCALE } from "@/components/ui/locale";
import { listTokens } from "@/lib/auth/accounts/api-tokens";
import { hasSecondStep } from "@/lib/auth/accounts/own-account";
import { requirePerson } from "@/lib/auth/authorize";
import { dayText } from "@/lib/format/period";
import "../people.css";

export const metadata: Metadata = { title: "Your account" };

export default async function Page() {
  const person = await requirePerson("view");
  const tokens = await listTokens(person.id);
  return (
    <AccountPage
      person={person}
      hasSecondStep={await hasSecondStep(person)}
      tokens={tokens.map(({ id, name, since, expiresAt }) => ({
        id,
        name,
        since: dayText(since, LOCALE),
        until: expiresAt && dayText(expiresAt, LOCALE),
      }))}
    />
  );
}
