import fc from "fast-check";
import { expect, test } from "vitest";
import { fileResponse } from "@/lib/http/responses";

test("a file's name holds no sign that could end its header or name another place (T30)", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const disposition = fileResponse("", name, "text/csv").headers.get("content-disposition");
      expect(disposition).toMatch(/^attachment; filename="[A-Za-z0-9._-]*"$/);
    }),
    { examples: [["a\r\nSet-Cookie: x"], ['a"; filename="b.exe'], ["../../etc/passwd"], ["数字.csv"]] },
  );
});
