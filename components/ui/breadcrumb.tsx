/** The way from the top to this page; the page itself is its heading, so it is not repeated here. */
export function Breadcrumb({
  steps,
}: {
  readonly steps: readonly { readonly name: string; readonly href: string | null }[];
}) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        {steps.map(({ name, href }) => (
          <li key={name}>{href === null ? name : <a href={href}>{name}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
