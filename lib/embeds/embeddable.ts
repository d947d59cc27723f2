import type { Embeddable } from "@/lib/embeds/snippet";
import { paths } from "@/lib/paths";
import { listOf } from "@/lib/schemas/compare-view";
import { parseAsOf } from "@/lib/schemas/page-view";
import type { ReuseSubject } from "@/lib/schemas/reuse/subject";
import { parseYears } from "@/lib/schemas/view";

/** Local address of the frame by which something is embedded, and its height, px, where no script runs. */
interface Frame {
  readonly frame: string;
  readonly height: number;
}

/** How it is embedded: light, dark or as the reader has it (null); as known on a day (yyyy-mm-dd) or as it is (null). */
export interface EmbedLook {
  readonly theme: "light" | "dark" | null;
  readonly asOf: string | null;
}

/** The frame of what a page shows; null for one of which nothing can be embedded: charts, metrics and figures can. */
export function frameOf({ kind, key, parameters }: ReuseSubject, { theme, asOf }: EmbedLook): Frame | null {
  const look = { "as-of": asOf ?? parseAsOf(parameters), theme };
  const { fromYear, toYear } = parseYears(parameters);
  switch (kind) {
    case "chart":
      return { frame: paths.embed.chart(key, look), height: 560 };
    case "metric":
      return {
        frame: paths.embed.metric(key, { region: listOf(parameters.region), from: fromYear, to: toYear, ...look }),
        height: 620,
      };
    case "figure":
      return { frame: paths.embed.figure(key, look), height: 420 };
    default:
      return null;
  }
}

/** Everything another site needs to embed it, in whole addresses. `site` is the address of this one. */
export function embeddable(subject: ReuseSubject, look: EmbedLook, title: string, site: string): Embeddable | null {
  const found = frameOf(subject, look);
  if (found === null) return null;
  const at = (address: string) => new URL(address, site).href;
  const { kind, address } = subject;
  const picture = kind === "figure" ? paths.card(address) : paths.picture(address, "png", look);
  return {
    ...{ title, height: found.height, frame: at(found.frame), page: at(address) },
    ...{ picture: at(picture), script: at(paths.embedScript()) },
  };
}
