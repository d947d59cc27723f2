import { LOCALE } from "@/components/ui/locale";
import { countText } from "@/lib/format/words";

/** A file that can be kept: its format by name, where it is, and what it is good for. */
interface FileLink {
  readonly name: string;
  readonly href: string;
  readonly note: string;
}

interface Props {
  readonly files: readonly FileLink[];
  /** How many figures each holds; null where that was not counted. */
  readonly total: number | null;
}

/** The figures of a page as files, for the section of its name. */
export function DownloadSection({ files, total }: Props) {
  return (
    <>
      <p>
        {total === null ? "Every figure" : countText(total, "figure", "figures", LOCALE)} in each file, with its
        wording, bounds, unit and time, its source and the phrase there. The addresses stay: what is published later is
        in the file of that day.
      </p>
      <ul className="plain">
        {files.map(({ name, href, note }) => (
          <li key={href}>
            <a href={href} download>
              {name}
            </a>{" "}
            <span className="count">{note}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
