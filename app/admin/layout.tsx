import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Input.css";
import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import "@mantine/core/styles/Combobox.css";
import "./mantine.css";
import "./admin.css";
import "./lists.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AdminNav, AdminPerson } from "@/components/admin/shell/admin-nav";
import { EditingMark } from "@/components/admin/shell/editing-mark";
import { MantineFrame } from "@/components/admin/shell/mantine-frame";
import { SiteFrame } from "@/components/layout/site-frame";
import { authenticate } from "@/lib/auth/authenticate";

export const metadata: Metadata = {
  title: { template: "%s · Footnote editing", default: "Editing" },
  robots: { index: false, follow: false },
};

/** The frame of every page for editors. Each page asks for itself who may see it; a stranger gets no navigation. */
export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const person = await authenticate(await headers());
  return (
    <div className="admin" data-mantine-color-scheme="light">
      <MantineFrame>
        <noscript>
          <p className="notice warn">These pages need JavaScript to save: switch it on, then reload.</p>
        </noscript>
        {person === null ? (
          <SiteFrame>{children}</SiteFrame>
        ) : (
          <SiteFrame below={<AdminNav standing={person.role} />} person={<AdminPerson name={person.name} />}>
            <EditingMark />
            {children}
          </SiteFrame>
        )}
      </MantineFrame>
    </div>
  );
}
