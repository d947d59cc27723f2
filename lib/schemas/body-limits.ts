const MB = 1024 * 1024;

/**
 * Most bytes that one request may send, by what it is. Checked by the server in front, before anything is read, and by the handlers,
 * which are more exact and are also asked without it.
 */
export const BODY_BYTES = {
  /** What is typed: the largest input, a chart of 200 figures, has about 60,000. */
  json: 256 * 1024,
  /** The text of an article, to be read. */
  article: 1_000_000,
  /** A table to import. */
  table: 10 * MB,
  /** What a form has beside its file. */
  fields: 512 * 1024,
  /** A recipe of an import: what some thousand names stand for. */
  recipe: 512 * 1024,
  /** Whatever else the server in front lets through. */
  any: MB,
} as const;
