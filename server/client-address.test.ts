import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientKey, trustedProxies } from "@/server/client-address";

const NOBODY = trustedProxies([]);
const PROXY = trustedProxies(["10.0.0.0/8", "::1", "2001:db8:1::/48"]);

const ANY_ADDRESS = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.string(),
  fc.constantFrom("unknown", "::ffff:1.2.3.4", "_hidden", "1.2.3.4:80"),
);
const FORWARDED = fc.array(ANY_ADDRESS, { maxLength: 6 }).map((hops) => hops.join(", "));

describe("what attempts from one place are counted by", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::FFFF:c000:0207", "192.0.2.7"],
    ["0:0:0:0:0:ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0db8:0000:0000:ffff:ffff:ffff:ffff", "2001:db8:0:0::/64"],
    ["2001:DB8:0:0:1::", "2001:db8:0:0::/64"],
    ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["not an address", "unknown"],
    ["", "unknown"],
  ])("%s counts as %s", (peer, key) => expect(clientKey(peer, undefined, NOBODY)).toBe(key));

  test("all addresses of one /64 count as one, in every spelling", () => {
    const low = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });
    const spelled = (groups: readonly number[], isLong: boolean) =>
      groups
        .map((group) => (isLong ? group.toString(16).padStart(4, "0").toUpperCase() : group.toString(16)))
        .join(":");
    fc.assert(
      fc.property(low, fc.boolean(), (groups, isLong) => {
        expect(clientKey(`2001:db8:0:2:${spelled(groups, isLong)}`, undefined, NOBODY)).toBe("2001:db8:0:2::/64");
      }),
      { numRuns: 1000 },
    );
  });

  test("10,000 forged headers change nothing where no proxy is trusted (T02)", () => {
    fc.assert(
      fc.property(FORWARDED, (forwarded) => {
        expect(clientKey("203.0.113.9", forwarded, NOBODY)).toBe("203.0.113.9");
      }),
      { numRuns: 10_000 },
    );
  });

  test("10,000 forged beginnings change nothing behind a trusted proxy: what the proxy wrote stands last", () => {
    fc.assert(
      fc.property(FORWARDED, (forged) => {
        expect(clientKey("10.1.2.3", `${forged}, 203.0.113.9`, PROXY)).toBe("203.0.113.9");
        expect(clientKey("::1", `${forged}, 203.0.113.9, 10.9.9.9`, PROXY)).toBe("203.0.113.9");
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    ["10.1.2.3", undefined, "10.1.2.3"],
    ["10.1.2.3", "rubbish", "10.1.2.3"],
    ["10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["10.1.2.3", "2001:db8:5::7", "2001:db8:5:0::/64"],
    ["2001:db8:1:2::3", "198.51.100.1", "198.51.100.1"],
    ["203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["10.1.2.3", "198.51.100.1, 10.0.0.2, 10.0.0.3", "198.51.100.1"],
    ["10.1.2.3", "198.51.100.1, rubbish, 10.0.0.3", "10.0.0.3"],
  ])("%s with X-Forwarded-For %s counts as %s behind a trusted proxy", (peer, forwarded, key) =>
    expect(clientKey(peer, forwarded, PROXY)).toBe(key),
  );
});
