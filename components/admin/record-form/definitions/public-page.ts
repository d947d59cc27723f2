import type { SavedRecord } from "@/components/admin/saving/send";
import type { AdminResource } from "@/lib/figures/admin-records";
import { paths } from "@/lib/paths";

/** What is said of a record that came with a draft and that nothing published refers to yet. */
export const NOT_LISTED = "Readers see it once something published refers to it";

/** Where readers see a record; null where they do not yet: it came with a draft. */
export function publicPage(resource: AdminResource, { key, listed }: SavedRecord): string | null {
  if (listed === false) return null;
  switch (resource) {
    case "figures":
      return paths.figure(key);
    case "metrics":
      return paths.metric(key);
    case "regions":
      return paths.region(key);
    case "sources":
      return paths.source(key);
    case "organisations":
      return paths.dashboard({ region: "all", organisation: key });
    case "topics":
      return paths.dashboard({ region: "all", topic: key });
    case "charts":
      return `${paths.dashboard()}#chart-${key}`;
    default:
      return paths.dashboard();
  }
}
