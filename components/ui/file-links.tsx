import { LOCALE } from "@/components/ui/locale";
import type { FileQuery } from "@/lib/figures/figure";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

/** All figures of a view as files, whatever part of them a page lists. */
export function FileLinks({ total, query }: { readonly total: number; readonly query: FileQuery }) {
  return (
    <>
      {total === 1 ? "The figure" : `All ${countText(total, "figure", "figures", LOCALE)}`} as{" "}
      <a href={paths.figuresFile("csv", query)} download>
        CSV
      </a>{" "}
      or{" "}
      <a href={paths.figuresFile("json", query)} download>
        JSON
      </a>
    </>
  );
}
