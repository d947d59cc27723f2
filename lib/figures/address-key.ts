/** Parameters that tell who shared a link, not what it leads to. */
const TRACKING =
  /^(?:utm_\w+|(?:fb|g|dc|ms|tw|tt|y)clid|[gw]braid|igshid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|_g[al]|spm|from_source|ref_src)$/i;

/** Whether a parameter of an address only tracks its readers. */
export function isTracking(parameter: string): boolean {
  return TRACKING.test(parameter);
}

/**
 * One text for every spelling of a web address: without scheme, www, default port, trailing slash, tracking parameters and fragment;
 * the host in lower case and ASCII (punycode), escapes alike, parameters in one order. A fragment that is a path of its own ("#/",
 * "#!") counts. Hosts for telephones ("m.") are other hosts: they may show another page. Text that is no address stays as it is.
 */
export function addressKey(address: string): string {
  const text = address.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  const host = url.hostname.replace(/\.$/, "").replace(/^www\./, "");
  const port = url.port === "80" || url.port === "443" ? "" : url.port;
  const parameters = [...url.searchParams].filter(([name]) => !isTracking(name));
  const query = new URLSearchParams(parameters.sort(([a, b], [c, d]) => (a === c ? order(b, d) : order(a, c))));
  const path = sameEscapes(url.pathname).replace(/\/+$/, "");
  // A DOI is the same in capitals and in the resolver's old address.
  const isDoi = host === "doi.org" || host === "dx.doi.org";
  const place = isDoi ? `doi.org${path.toLowerCase()}` : `${host}${port === "" ? "" : `:${port}`}${path}`;
  const fragment = /^#[/!]/.test(url.hash) ? url.hash.replace(/:~:.*$/s, "") : "";
  return `${place}${parameters.length === 0 ? "" : `?${query}`}${fragment}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A path in which what needs no escape has none, and what needs one has it in capitals (RFC 3986, 6.2.2). */
function sameEscapes(path: string): string {
  return path.replace(/%[\da-f]{2}/gi, (written) => {
    const sign = String.fromCharCode(Number.parseInt(written.slice(1), 16));
    return /[\w.~-]/.test(sign) ? sign : written.toUpperCase();
  });
}
