import { fieldOfHeader } from "@/lib/importing/match-columns";
import { FEWEST_OWN } from "@/lib/importing/table/propose-uses";

/** Whether a text begins with a header in our own names of columns: then nothing has to be said of it before it is checked. */
export function beginsWithOurHeader(text: string): boolean {
  const [line = ""] = text.replace(/^\uFEFF/, "").split(/\r?\n|\r/, 1);
  const cells = line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const own = cells.filter((cell) => fieldOfHeader(cell).by === "name").length;
  return own >= FEWEST_OWN || (own > 1 && own === cells.length);
}
