import "server-only";

/** Where a person goes after signing in unless they came from somewhere. */
const HOME = "/admin";
/** A path on this site: it begins with a slash and a letter, and holds nothing that browsers read as another host. */
const OWN_PATH = /^\/[a-z0-9](?:[\w/.~\-[\]=&?,:%+]*)$/i;

/** A `next` of a sign-in as a path of this site; the start page for anything else. It may come from anyone, so it is read strictly. */
export function nextPath(wanted: string | null | undefined): string {
  if (wanted === null || wanted === undefined || wanted.length > 500 || !OWN_PATH.test(wanted)) return HOME;
  if (/%(?:0[0-9a-f]|1[0-9a-f]|2f|5c|7f)/i.test(wanted) || wanted.includes("//")) return HOME;
  return wanted;
}
