/** Names of the months from January on, as they begin: English, German, French, Spanish, Portuguese and Italian. */
const NAMES = [
  "january|januar|jänner|janvier|janv|enero|janeiro|gennaio|jan|ene|gen",
  "february|februar|février|fevrier|févr|febrero|fevereiro|febbraio|feb|fév|fev",
  "march|märz|maerz|mars|marzo|março|mrz|mär|mar",
  "april|avril|abril|aprile|apr|avr|abr",
  "may|mai|mayo|maio|maggio|mag",
  "june|juni|juin|junio|junho|giugno|jun|giu",
  "july|juli|juillet|juil|julio|julho|luglio|jul|lug",
  "august|août|aout|agosto|aug|aoû|ago",
  "september|septembre|septiembre|setembro|settembre|sept|sep|set",
  "october|oktober|octobre|octubre|outubro|ottobre|oct|okt|out|ott",
  "november|novembre|noviembre|novembro|nov",
  "december|dezember|décembre|decembre|diciembre|dezembro|dicembre|dec|dez|déc|dic",
].map((names) => names.split("|"));

/** Any name of a month, with the point of a short one, as the source of a pattern with one group. */
export const MONTH = `(${NAMES.flat()
  .sort((a, b) => b.length - a.length)
  .join("|")})\\.?`;

/** The number of a month (1 to 12) by its name; 0 for what is none. */
export function monthOf(name: string | undefined): number {
  return NAMES.findIndex((names) => names.includes((name ?? "").toLowerCase())) + 1;
}
