import { createHash } from "node:crypto";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { TELL_SCOPES, tellingScopes, toldScopes } from "@/lib/http/scope-trailer";
import { noteReads } from "@/lib/publication/reads";
import type { Family, Scope } from "@/lib/publication/scopes";

/** Asks an app that reads these scopes after its headers are sent; null: that notes nothing. */
async function asking(scopes: readonly Scope[] | null, headers: object) {
  const server = createServer(
    tellingScopes(async (_, response) => {
      response.write("page");
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (scopes !== null) noteReads(scopes);
      response.end(" whole");
    }),
  ).listen(0);
  try {
    return await new Promise<{ body: string; scopes: ReadonlySet<Scope> | null }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get({ port, headers: { ...headers } }, async (answer) => {
        const body = String(await buffer(answer));
        resolve({ body, scopes: toldScopes(answer.trailers) });
      }).on("error", reject);
    });
  } finally {
    server.close();
  }
}

test("an answer tells at its end from what it was read, in any writing", async () => {
  const scopes = ["metric:a", "figures-of-series:robots CN-GZ ", "organisation:大疆"] as const;
  expect(await asking(scopes, TELL_SCOPES)).toEqual({ body: "page whole", scopes: new Set(scopes) });
});

test("an answer that reads nothing says so; one of which nothing is known does not", async () => {
  expect((await asking([], TELL_SCOPES)).scopes).toEqual(new Set());
  expect((await asking(null, TELL_SCOPES)).scopes).toBeNull();
});

test("nothing is told to whoever does not ask", async () => {
  expect((await asking(["metric:a"], {})).scopes).toBeNull();
});

test("very many parts are told as families, which a header holds", async () => {
  const members = (family: Family) =>
    Array.from(
      { length: 100 },
      (_, index): Scope =>
        `${family}:${createHash("sha256")
          .update(family + index)
          .digest("hex")}`,
    );
  const { scopes } = await asking(
    [...members("source"), ...members("metric"), ...members("region"), "topic:one"],
    TELL_SCOPES,
  );
  expect(scopes).toEqual(new Set(["source", "metric", "region", "topic:one"]));
});
