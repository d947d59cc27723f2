import { describe, expect, test } from "vitest";
import { acceptedCoding } from "@/server/send-response";

/** What is sent to who accepts something, where Brotli and gzip are there (RFC 9110, 12.5.3). */
describe("the coding of an answer to", () => {
  test.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip", "gzip"],
    ["GZIP", "gzip"],
    ["x-gzip", "gzip"],
    ["gzip-foo", "identity"],
    ["br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0", "gzip"],
    ["br;q=1.0, gzip;q=0.8, *;q=0.1", "br"],
    ["br;q=0.2, gzip;q=0.8", "gzip"],
    ["br ; q=0.5 , gzip ; q=0.5", "br"],
    ["gzip;q=0", "identity"],
    ["br;q=0, gzip", "gzip"],
    ["*", "br"],
    ["br;q=0, *", "gzip"],
    ["*;q=0, gzip", "gzip"],
    ["identity", "identity"],
    ["identity, gzip;q=0.5", "identity"],
    ["identity;q=0, gzip", "gzip"],
    ["identity;q=0", null],
    ["*;q=0", null],
    ["gzip;q=0, identity;q=0", null],
  ])("%s is %s", (accepted, coding) => {
    expect(acceptedCoding({ headers: { "accept-encoding": accepted } }, ["br", "gzip"])).toBe(coding);
  });

  test("whoever asks is plain where nothing is compressed", () => {
    expect(acceptedCoding({ headers: { "accept-encoding": "gzip, br" } }, [])).toBe("identity");
  });
});
