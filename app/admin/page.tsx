import { StartPage } from "@/components/admin/overview/start-page";
import { requirePerson } from "@/lib/auth/authorize";
import { may } from "@/lib/auth/person";
import { readOverview } from "@/lib/data/admin/overview";

export default async function Page() {
  const person = await requirePerson("view");
  return <StartPage overview={await readOverview(new Date())} mayEdit={may(person.role, "edit")} />;
}
