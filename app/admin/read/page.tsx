import "@/app/admin/read/read.css";
import type { Metadata } from "next";
import { ReadingDesk } from "@/components/admin/reading-desk/reading-desk";
import { requirePerson } from "@/lib/auth/authorize";
import { readFigureChoices } from "@/lib/data/admin/figure-choices";

export const metadata: Metadata = { title: "Read an article" };

export default async function Page() {
  const person = await requirePerson("edit");
  return (
    <>
      <h1>Read an article</h1>
      <p className="lede">Paste the text. Every figure in it is found and read; you decide which to keep.</p>
      <ReadingDesk choices={await readFigureChoices(null)} personId={person.id} />
    </>
  );
}
