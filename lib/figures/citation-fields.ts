import { ENUMS, type EnumValue } from "@/lib/enums";

/** The fields of a citation besides its source, in the order of the API, of files and of history. Each is a column of that name. */
export const CITATION_FIELDS = {
  locator: {
    kind: "line",
    most: 120,
    label: "Place",
    importLabel: "Place in the source",
    aliases: ["place_in_source", "paragraph", "page", "pages"],
  },
  phrase: {
    kind: "line",
    most: 300,
    label: "The phrase that holds the number",
    importLabel: "Phrase that holds the number",
    aliases: ["quote", "quotation", "sentence", "zitat", "wortlaut", "原文"],
  },
  prefix: {
    kind: "line",
    most: 120,
    label: "Words just before it",
    importLabel: "Words before the phrase",
    aliases: ["phrase_prefix"],
  },
  suffix: {
    kind: "line",
    most: 120,
    label: "Words just after it",
    importLabel: "Words after the phrase",
    aliases: ["phrase_suffix"],
  },
  role: {
    kind: "choice",
    of: ENUMS.CitationRole,
    label: "Part it plays",
    importLabel: "Origin or repeat",
    aliases: ["citation_role"],
  },
} as const;

/** Name of a field of a citation: in the API, in the database and, as it is one word, in files. */
export type CitationField = keyof typeof CITATION_FIELDS;
export const CITATION_NAMES = Object.keys(CITATION_FIELDS) as readonly CitationField[];

/** Name of a field of a citation that is text or null. */
export type CitationText = {
  [Name in CitationField]: (typeof CITATION_FIELDS)[Name]["kind"] extends "line" ? Name : never;
}[CitationField];
export const CITATION_TEXTS = CITATION_NAMES.filter(
  (name): name is CitationText => CITATION_FIELDS[name].kind === "line",
);

/** What is said of a place in a source. Null means not stated. */
export type CitationSaid = { readonly [Name in CitationText]: string | null } & {
  readonly role: EnumValue<"CitationRole">;
};

/** A citation in canonical form; its source by its key. */
export type CitationContent = CitationSaid & { readonly source: string };
