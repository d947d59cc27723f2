/** The language in which every page writes numbers and dates (BCP 47): one place to change. */
export const LOCALE = "en-GB";
