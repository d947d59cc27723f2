import type { EmbedLook } from "@/lib/embeds/embeddable";
import { type Embeddable, embedSnippet } from "@/lib/embeds/snippet";
import { paths } from "@/lib/paths";

interface Props {
  readonly embed: Embeddable;
  /** Local address of the page it is taken from. */
  readonly address: string;
  readonly look: EmbedLook;
}

/** How to embed something: the choices, what it will look like, and the HTML to copy. Complete without a script. */
export function EmbedSection({ embed, address, look }: Props) {
  const { pathname, search } = new URL(embed.frame);
  return (
    <>
      <p>
        It follows the width of what it stands in, sets no cookie, and always names its sources. Without a date it is as
        it is on the day somebody looks; with one it stays as it was known then, and says when newer figures exist.
      </p>
      <form className="as-of-form" action={`${paths.reuse("").replace(/\?.*/, "")}#embed`} autoComplete="off">
        <input type="hidden" name="of" value={address} />
        <label>
          Colours{" "}
          <select name="theme" defaultValue={look.theme ?? ""}>
            <option value="">As the reader has it</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </select>
        </label>{" "}
        <label>
          As known on <input type="date" name="as-of" min="1900-01-01" defaultValue={look.asOf ?? undefined} />
        </label>{" "}
        <button type="submit">Show</button>
      </form>
      <h3>HTML to copy</h3>
      <pre className="snippet">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <code id="embed-code" tabIndex={0}>
          {embedSnippet(embed)}
        </code>
      </pre>
      <p>
        <button type="button" data-copy="#embed-code">
          Copy
        </button>{" "}
        Without the script the frame keeps its height of {embed.height} px. Where frames are taken out, the picture
        stands in its place. Sites that know oEmbed need only the address <a href={address}>{embed.page}</a>.
      </p>
      <h3>What it looks like</h3>
      <iframe className="preview" src={pathname + search} title={`${embed.title}: preview`} height={embed.height} />
      <script async src={paths.embedScript()} />
    </>
  );
}
