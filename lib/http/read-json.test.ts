import { expect, test } from "vitest";
import { readBytes } from "@/lib/http/read-json";

/** A request whose body comes in these parts and then ends, or breaks off. */
function sending(parts: readonly string[], breaksOff = false): Request {
  const left = [...parts];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = left.shift();
      if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
      else if (breaksOff) controller.error(new Error("aborted"));
      else controller.close();
    },
  });
  return new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit);
}

test("a body is read whole, up to a limit", async () => {
  expect(String(await readBytes(sending(["ab", "c"]), 3))).toBe("abc");
  await expect(readBytes(sending(["ab", "cd"]), 3)).rejects.toMatchObject({ status: 413 });
});

test("a body that breaks off is refused as such: it is no failure of the site", async () => {
  await expect(readBytes(sending(["ab"], true), 3)).rejects.toMatchObject({ status: 400 });
});
