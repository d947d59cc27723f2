import type { ReactNode } from "react";
import { EmbedSection } from "@/components/reuse/embed-section";
import { PictureLinks } from "@/components/reuse/picture-links";
import type { EmbedLook } from "@/lib/embeds/embeddable";
import type { Embeddable } from "@/lib/embeds/snippet";

interface Props {
  /** What is taken along, and the local address of its page. */
  readonly title: string;
  readonly address: string;
  /** What its page draws can be had as a picture. */
  readonly hasPicture: boolean;
  readonly cite: ReactNode;
  readonly download: ReactNode;
  /** Null where nothing of it can be embedded. */
  readonly embed: Embeddable | null;
  readonly look: EmbedLook;
}

/** Everything that can be taken along of one page: its citation, its figures as files, its picture, and what embeds it. */
export function ReusePage({ title, address, hasPicture, cite, download, embed, look }: Props) {
  return (
    <>
      <h1>Cite, download or embed</h1>
      <p className="lede">
        <a href={address}>{title}</a>
      </p>
      <section id="cite">
        <h2>Cite</h2>
        {cite}
      </section>
      <section id="download">
        <h2>Download</h2>
        {download}
        {hasPicture ? <PictureLinks address={address} title={title} /> : null}
      </section>
      <section id="embed">
        <h2>Embed</h2>
        {embed === null ? (
          <p>Charts, metrics and figures can be embedded: open one of this page and take it from there.</p>
        ) : (
          <EmbedSection embed={embed} address={address} look={look} />
        )}
      </section>
    </>
  );
}

/** Stands in place of it where the address names no page of which anything can be taken along. */
export function NothingToTake() {
  return (
    <>
      <h1>Nothing to take along</h1>
      <p className="lede">
        The address names no page of this site that can be cited, downloaded or embedded. Open a figure, a chart, a
        metric, a region or a source and follow its link from there.
      </p>
    </>
  );
}
