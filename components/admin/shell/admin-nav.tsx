"use client";

import { usePathname } from "next/navigation";
import { SignOut } from "@/components/admin/shell/sign-out";
import { paths } from "@/lib/paths";

interface Place {
  readonly name: string;
  readonly href: string;
  /** Who finds it: everyone with an account unless told. */
  readonly only?: "editors" | "admins";
}

const PLACES: readonly Place[] = [
  { name: "Start", href: paths.admin.start() },
  { name: "Figures", href: paths.admin.list("figures") },
  { name: "Metrics", href: paths.admin.list("metrics") },
  { name: "Regions", href: paths.admin.list("regions") },
  { name: "Organisations", href: paths.admin.list("organisations") },
  { name: "Topics", href: paths.admin.list("topics") },
  { name: "Sources", href: paths.admin.list("sources") },
  { name: "Milestones", href: paths.admin.list("milestones") },
  { name: "Charts", href: paths.admin.list("charts") },
  { name: "Read", href: paths.admin.read(), only: "editors" },
  { name: "Import", href: paths.admin.import(), only: "editors" },
  { name: "History", href: paths.admin.history() },
  { name: "People", href: paths.admin.people(), only: "admins" },
  { name: "Backup", href: paths.admin.backup(), only: "admins" },
];

/** The editors' own navigation below the site's header: places by resource, and the way to add something. */
export function AdminNav({ standing }: { readonly standing: "viewer" | "editor" | "admin" }) {
  const here = usePathname();
  // Nobody is led to a page that would refuse them.
  const places = PLACES.filter(
    ({ only }) => only === undefined || standing === "admin" || (only === "editors" && standing === "editor"),
  );
  return (
    <section className="admin-bar" aria-label="Editor">
      <div className="wrap">
        <nav aria-label="Editing">
          {places.map((place) => (
            <a key={place.href} href={place.href} aria-current={isWithin(here, place.href) ? "page" : undefined}>
              {place.name}
            </a>
          ))}
        </nav>
        {standing === "viewer" ? null : (
          <a className="btn primary" href={paths.admin.add("figures")}>
            Add a metric or figure
          </a>
        )}
      </div>
    </section>
  );
}

/** Who is there, and the way out. */
export function AdminPerson({ name }: { readonly name: string }) {
  return (
    <div className="admin-person">
      <a href={paths.admin.account()}>
        {name}
        <span className="hidden">, your account</span>
      </a>
      <SignOut />
    </div>
  );
}

function isWithin(here: string, place: string): boolean {
  return here === place || (place !== paths.admin.start() && here.startsWith(`${place}/`));
}
