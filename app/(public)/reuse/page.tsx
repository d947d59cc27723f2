import type { Metadata } from "next";
import { SiteFrame } from "@/components/layout/site-frame";
import { titleOf } from "@/components/pictures/cards";
import { CiteSection } from "@/components/reuse/cite-section";
import { DownloadSection } from "@/components/reuse/download-section";
import { NothingToTake, ReusePage } from "@/components/reuse/reuse-page";
import { LOCALE } from "@/components/ui/locale";
import { readOrigin } from "@/lib/data/public/origin";
import { findCitable } from "@/lib/data/public/reuse/citable";
import { embeddable } from "@/lib/embeds/embeddable";
import { filesOf } from "@/lib/exports/files-of";
import { ASKED_WRONGLY } from "@/lib/http/page-status";
import { noteReads } from "@/lib/publication/reads";
import { parseReuse } from "@/lib/schemas/reuse/look";
import { readSubject } from "@/lib/schemas/reuse/subject";
import type { SearchParams } from "@/lib/schemas/view";
import { readCard } from "../card.svg/read-card";

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const isKnown = readSubject(parseReuse(await searchParams).of) !== null;
  return isKnown
    ? { title: "Cite, download or embed", robots: { index: false } }
    : { title: "Nothing to take along", ...ASKED_WRONGLY };
}

/** Where one view is taken along from, named by the address of its page. */
export default async function Page({ searchParams }: Props) {
  noteReads([]);
  const { of, ...look } = parseReuse(await searchParams);
  const subject = readSubject(of);
  const card = subject && (await readCard(subject));
  const citable = card && subject && (await findCitable(subject, LOCALE));
  const { site } = readOrigin();
  return (
    <SiteFrame>
      {subject && card && citable ? (
        <ReusePage
          title={titleOf(card)}
          address={subject.address}
          hasPicture={subject.kind === "chart" || subject.kind === "metric"}
          cite={<CiteSection citable={citable} />}
          download={<DownloadSection files={filesOf(subject)} total={null} />}
          embed={embeddable(subject, look, titleOf(card), site)}
          look={look}
        />
      ) : (
        <NothingToTake />
      )}
    </SiteFrame>
  );
}
