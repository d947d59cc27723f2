import { StartPage } from "@/components/admin/overview/start-page";
import { requirePerson } from "@/lib/auth/admit";
import { may } from "@/lib/auth/person";
import { readOverview } from "@/lib/data/desk/overview";

export default async function Page() {
  const person = await requirePerson("view");
  return <StartPage overview={await readOverview(new Date())} mayEdit={may(person.role, "edit")} />;
}
