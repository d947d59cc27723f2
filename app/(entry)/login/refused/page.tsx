import type { Metadata } from "next";
import { NotAllowed } from "@/components/entry/not-allowed";

export const metadata: Metadata = { title: "Not for your role" };

/** The whole of app/forbidden.tsx, which the framework leaves empty until its scripts run: the proxy gives it in its place. */
export default function RefusedPage() {
  return <NotAllowed />;
}
