import { Fragment } from "react";
import { LOCALE } from "@/components/ui/locale";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

const FORMATS = [
  ["csv", "CSV"],
  ["json", "JSON"],
  ["xlsx", "Excel"],
] as const;

interface Props {
  readonly total: number;
  /** The local address of the page. */
  readonly page: string;
  /** Figures that charts of the page show and these files do not have. */
  readonly beyond?: number;
}

/** All figures of a page as files, whatever part of them it lists; the page for taking them along has the other formats. */
export function FileLinks({ total, page, beyond = 0 }: Props) {
  return (
    <>
      {total === 1 ? "The figure" : `All ${countText(total, "figure", "figures", LOCALE)}`} as{" "}
      {FORMATS.map(([format, name], at) => (
        <Fragment key={format}>
          {at === 0 ? "" : at === FORMATS.length - 1 ? " or " : ", "}
          <a href={paths.pageFile(page, format)} download>
            {name}
          </a>
        </Fragment>
      ))}
      {beyond > 0 ? (
        <>
          . The charts show {countText(beyond, "figure", "figures", LOCALE)} more, of other places or topics, which
          their own files have
        </>
      ) : null}
    </>
  );
}
