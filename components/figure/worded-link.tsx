/** A figure in one line: the source's word ("" for none), the rest with the number, and the address of its page. */
export interface WordedText {
  readonly href: string;
  readonly words: string;
  readonly rest: string;
}

/** The source's word in italics, the number in bold. */
export function WordedLink({ href, words, rest }: WordedText) {
  return (
    <a className="worded" href={href}>
      {words === "" ? null : <i>{words}</i>}
      <b>{rest}</b>
    </a>
  );
}
