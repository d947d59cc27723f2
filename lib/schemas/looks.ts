/** Letters of other scripts that look like Latin ones, small, in the order of LATIN. */
const OTHERS = "аеорсухіјѕԁԛԝһӏкмтнвοανρικυτχ";
const LATIN = "aeopcyxijsdqwhlkmthboavpikutx";

/** A name by its looks: capitals, spaces, punctuation, and letters of other scripts that look like Latin ones make no difference. */
export function looksOf(name: string): string {
  return [...name.normalize("NFKC").toLowerCase()]
    .filter((sign) => /[\p{L}\p{N}\p{S}]/u.test(sign))
    .map((sign) => LATIN[OTHERS.indexOf(sign)] ?? sign)
    .join("");
}
