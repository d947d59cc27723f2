import type { SavedRecord } from "@/components/admin/saving/send";
import type { DeskNoun } from "@/lib/figures/desk";
import { paths } from "@/lib/paths";

/** Where readers see a record; null where it has no page of its own. */
export function publicPage(noun: DeskNoun, { key }: Pick<SavedRecord, "key">): string | null {
  switch (noun) {
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
