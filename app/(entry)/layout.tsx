import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteFrame } from "@/components/layout/site-frame";
import "./entry.css";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** Pages by which people come in: plain forms that need no script. */
export default function EntryLayout({ children }: { readonly children: ReactNode }) {
  return (
    <SiteFrame>
      <div className="entry">{children}</div>
    </SiteFrame>
  );
}
