import { z } from "zod";

/** Most characters of a text that is read at once; with its body limit of 1 MB a request cannot hold many more. */
const MOST_CHARACTERS = 1_000_000;

/** A text to be read: its language (ISO 639-1) and its date (year, month or day) where they are known. */
export const readRequest = z.strictObject({
  text: z
    .string({ error: "Send the text to be read" })
    .max(MOST_CHARACTERS, "At most a million characters are read at once: send it in parts"),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "Write the language with two letters, such as en or zh")
    .nullable()
    .default(null),
  published: z
    .string()
    .regex(
      /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
      "Write the date like 2019, 2019-02 or 2019-02-28",
    )
    .nullable()
    .default(null),
});
