import { paths } from "@/lib/paths";

/** What programs that read for people are told of the site (llmstxt.org), as Markdown; `at` makes a path absolute. */
export function llmsText(at: (path: string) => string): string {
  const link = (name: string, path: string, what: string) => `- [${name}](${at(path)}): ${what}`;
  return `# Footnote

> A dashboard of regional tech-industry figures taken from articles and reports. Every number carries its source and the source's own wording.

A figure is a number and a wording, and the wording is part of it: "more than 9,500 companies" is not 9,500. Repeat the words with the number.
What a wording bounds: no word is the number as printed; about, some and around give no bounds; more than and over are above it, at least from it
on; nearly, almost and less than are below it, up to goes up to it; between has two ends. A target is no outcome. Sources that differ are shown
side by side: none of them is averaged. Cite the source of a figure, and the figure by its permanent address.

## Read

${link("How figures are read", paths.method(), "wordings, marks, and what the figures cannot tell")}
${link("Metrics", paths.metrics(), "what is measured, with definition and unit")}
${link("Regions", paths.regions(), "the places that there are figures of")}
${link("Sources", paths.sources(), "what the figures are taken from")}
${link("Disagreements", paths.disagreements(), "what sources differ about")}
${link("Corrections", paths.corrections(), "what was changed, and why")}

## Data

${link("All figures as CSV", paths.figuresFile("csv"), "with wording, bounds, period, phrase and source")}
${link("All figures as JSON", paths.figuresFile("json"), "the same")}
${link("One metric", paths.figuresFile("json", { metric: "SLUG" }), "the slug is in the address of its page; region, topic and source narrow it down in the same way")}
${link("New figures", paths.newFiguresFeed("json"), "as JSON Feed; also as Atom, and of one region, metric or source")}
${link("Sitemap", paths.sitemap(), "every page")}
`;
}
