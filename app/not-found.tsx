import type { Metadata } from "next";
import { NotFoundPage } from "@/components/layout/error-page";
import { noteReads } from "@/lib/publication/reads";

export const metadata: Metadata = { title: "There is no such page" };

export default function NotFound() {
  // Nothing from the database, beside what was read to find that there is no such page.
  noteReads([]);
  return <NotFoundPage />;
}
