import { paths } from "@/lib/paths";

/** The two ways to add a figure, each a page of its own. */
export function WaysToAdd({ here }: { readonly here: "figure" | "metric" }) {
  return (
    <nav className="ways" aria-label="What to add">
      <a href={paths.admin.add("figures")} aria-current={here === "figure" ? "page" : undefined}>
        A figure of a known metric
      </a>
      <a href={paths.admin.add("metrics")} aria-current={here === "metric" ? "page" : undefined}>
        A new metric and its first figure
      </a>
    </nav>
  );
}
