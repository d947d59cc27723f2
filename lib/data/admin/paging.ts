import "server-only";
import type { AdminListPage, AdminListQuery } from "@/lib/figures/admin-records";

/** Rows of a list on one page. */
const PAGE_SIZE = 50;

/** The page that a query asks for, or the last one where there are fewer. */
export async function readPage<Row>(
  query: Pick<AdminListQuery, "page">,
  total: number,
  read: (skip: number, take: number) => Promise<readonly Row[]>,
): Promise<AdminListPage<Row>> {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const number = Math.min(Math.max(1, query.page), pages);
  const rows = total === 0 ? [] : await read((number - 1) * PAGE_SIZE, PAGE_SIZE);
  return { rows, total, number, pages };
}

/** The condition of a status for a resource that has drafts. */
export function withStatus(status: AdminListQuery["status"]) {
  if (status === "all") return {};
  return status === "current" ? { status: { in: ["draft" as const, "published" as const] } } : { status };
}
