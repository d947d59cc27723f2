import type { Metadata } from "next";
import { NotFoundPage } from "@/components/layout/trouble";

export const metadata: Metadata = { title: "There is no such page" };

export default function NotFound() {
  return <NotFoundPage />;
}
