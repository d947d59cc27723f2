import { BlockList, isIP } from "node:net";

/** An address in one spelling: IPv4 also where it came wrapped in IPv6, IPv6 as eight groups; null for text that is none. */
function canonical(address: string): { readonly family: 4 | 6; readonly text: string } | null {
  const bare = address
    .trim()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/%.*$/, "");
  if (isIP(bare) === 4) return { family: 4, text: bare };
  if (isIP(bare) !== 6) return null;
  const [head = "", tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::", 2);
  const groupsOf = (part: string | undefined) => (part === undefined || part === "" ? [] : part.split(":"));
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  const isMapped = groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff";
  if (isMapped) return { family: 4, text: [high >> 8, high & 255, low >> 8, low & 255].join(".") };
  return { family: 6, text: groups.join(":") };
}

/** The proxies that may say for whom they ask, from addresses and networks ("10.0.0.0/8", "::1"). */
export function trustedProxies(list: readonly string[]): BlockList {
  const trusted = new BlockList();
  for (const entry of list) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return trusted;
}

/**
 * What attempts from one place are counted by: an IPv4 address, or the /64 of an IPv6 address, which one household can change
 * within at will. `peer` is the other end of the connection. `forwarded` (X-Forwarded-For) is believed as far back as trusted
 * proxies wrote it, and not at all from anyone else. Text that is no address counts as "unknown".
 */
export function clientKey(peer: string | undefined, forwarded: string | undefined, trusted: BlockList): string {
  const hops = (forwarded ?? "").split(",").reverse();
  let client = canonical(peer ?? "");
  for (const hop of hops) {
    if (client === null || !trusted.check(client.text, client.family === 4 ? "ipv4" : "ipv6")) break;
    const before = canonical(hop);
    if (before === null) break;
    client = before;
  }
  if (client === null) return "unknown";
  return client.family === 4 ? client.text : `${client.text.split(":").slice(0, 4).join(":")}::/64`;
}
