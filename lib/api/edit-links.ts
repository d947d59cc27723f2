import "server-only";
import { linksOf, type PageLink, pageAt } from "@/lib/api/page-links";
import { may, type Person } from "@/lib/auth/person";
import { listFiguresByIds } from "@/lib/data/public/figures";

/** The ways from a public page to what can be done about it, for a person: its record, adding to it, a chart of it, the editors' pages. */
export async function editLinks(address: string, { role }: Person): Promise<readonly PageLink[]> {
  const page = pageAt(address);
  const [figure = null] = page.resource === "figures" ? await listFiguresByIds([page.key]) : [];
  return linksOf(page, figure, may(role, "edit"));
}
