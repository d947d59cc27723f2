import { z } from "zod";
import { CAUSES } from "@/lib/schemas/resources";
import { choice, line, optionalText } from "@/lib/schemas/text";

/** Header to field, as JSON text of an object or of pairs. */
const mapping = z
  .string()
  .max(20_000)
  .default("[]")
  .transform((text, context) => {
    const said = entriesOf(text);
    if (said === null) {
      context.addIssue({
        code: "custom",
        message: 'Write the mapping as JSON, such as {"Header": "value"}',
        params: { code: "mapping" },
      });
      return z.NEVER;
    }
    return said;
  });

function entriesOf(text: string): readonly (readonly [string, string])[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const entries: readonly unknown[] = Array.isArray(value) ? value : Object.entries(value);
    return entries.every(isPair) ? entries : null;
  } catch {
    return null;
  }
}

function isPair(entry: unknown): entry is readonly [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string");
}

const emptyAsNull = z
  .string()
  .transform((text) => text || null)
  .nullable()
  .default(null);

/** What is asked of an import, as fields of a form or of an address. */
export const importInput = z.strictObject({
  /** A look says what the file looks like, a dry run what an import would do. */
  mode: choice(["look", "dry-run", "import"]),
  /** How the file writes numbers; null when nobody says, then ambiguous ones are refused. */
  numberFormat: emptyAsNull.pipe(choice(["en", "de", "fr", "plain"]).nullable()),
  /** Sheet of a workbook; null for the first that is not hidden. */
  sheet: emptyAsNull,
  /** How the file becomes rows, as JSON text (lib/importing/table/recipe.ts); what stands beside it has the last word. */
  recipe: z.string().max(2_000_000).nullable().default(null),
  /** Name of a recipe that was saved: it takes the place of one that is sent. */
  use: emptyAsNull,
  status: choice(["draft", "published"]).default("draft"),
  /** Whether rows that are refused are left out, and the others imported. */
  skipRefused: choice(["true", "false"])
    .default("false")
    .transform((said) => said === "true"),
  mapping,
  cause: emptyAsNull.pipe(choice(CAUSES).nullable()),
  reason: optionalText(500),
  /** File name, for the list of imports. */
  name: line(200).optional(),
});

/** Name of a recipe; it stands in addresses. */
export const recipeName = line(100).refine((name) => !/[/\\%?#]|^\.+$/.test(name), "A name has none of / \\ % ? #");

/** Why an import is undone, and whether figures that say something else since are kept. */
export const undoInput = z.strictObject({
  reason: optionalText(500),
  keepChanged: z.boolean("Say true or false").default(false),
});
