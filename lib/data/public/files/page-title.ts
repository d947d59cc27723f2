import "server-only";
import { db } from "@/lib/data/db/client";
import type { PageFileQuery } from "@/lib/schemas/reuse/page-file";
import type { ReuseSubject } from "@/lib/schemas/reuse/subject";

/** What a page is about, in words: the name of its record, or what it shows. */
export async function pageTitle({ kind, key }: ReuseSubject, query: PageFileQuery): Promise<string> {
  switch (kind) {
    case "metric":
      return (await db().metric.findUnique({ where: { slug: key }, select: { name: true } }))?.name ?? key;
    case "region":
      return regionName(key);
    case "source":
      return (await db().source.findUnique({ where: { slug: key }, select: { title: true } }))?.title ?? key;
    case "chart":
      return (await db().chart.findUnique({ where: { slug: key }, select: { title: true } }))?.title ?? key;
    case "figure":
      return `Figure ${key}`;
    case "compare":
      return "Regions compared";
    case "disagreements":
      return "What sources differ about";
    case "search":
      return query.by === "search" ? `Search for “${query.text}”` : "Search";
    case "dashboard": {
      const [code] = query.by === "figures" ? query.query.region : [];
      return code === undefined ? "Every region" : regionName(code);
    }
  }
}

async function regionName(code: string): Promise<string> {
  const region = await db().region.findFirst({
    where: { code: { equals: code } },
    select: { name: true },
  });
  return region?.name ?? code;
}
