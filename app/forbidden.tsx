import type { Metadata } from "next";
import { SiteFrame } from "@/components/layout/site-frame";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not for your role" };

export default function Forbidden() {
  return (
    <SiteFrame>
      <h1>This is not for your role</h1>
      <p className="lede">
        You are signed in, but your role does not include this page. An admin can give you another.
      </p>
      <p>
        <a href={paths.admin.start()}>Start page</a>
      </p>
    </SiteFrame>
  );
}
