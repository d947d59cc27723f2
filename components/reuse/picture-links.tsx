import { paths } from "@/lib/paths";

/** The pictures of what a page draws: as a drawing, and as pixels in two sizes, light and dark. */
export function PictureLinks({ address, title }: { readonly address: string; readonly title: string }) {
  const name = address.replace(/\?.*/, "").split("/").at(-1) ?? "chart";
  return (
    <>
      <h3>The chart as a picture</h3>
      <p>
        Title, wording, notes, sources, day and address are drawn in. SVG stays sharp at any size; its letters come with
        it.
      </p>
      <a href={address}>
        {/* biome-ignore lint/performance/noImgElement: a picture of our own at an address of our own, as it is */}
        <img className="preview" src={paths.picture(address, "svg")} alt={title} />
      </a>
      <ul className="plain">
        {(["light", "dark"] as const).map((theme) => (
          <li key={theme}>
            {theme === "light" ? "Light" : "Dark"}:{" "}
            <a href={paths.picture(address, "svg", { theme })} download={`${name}-${theme}.svg`}>
              SVG
            </a>{" "}
            ·{" "}
            <a href={paths.picture(address, "png", { theme })} download={`${name}-${theme}.png`}>
              PNG, 800 px wide
            </a>{" "}
            ·{" "}
            <a href={paths.picture(address, "png", { theme, scale: 2 })} download={`${name}-${theme}-2x.png`}>
              PNG, 1,600 px wide
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
