import { z } from "zod";
import { choice, line } from "@/lib/schemas/text";

/** Longest address of RFC 5321, in characters. */
const LONGEST_ADDRESS = 254;
/** More than any password may have, so that its own rule can say so; less than what hurts to look at. */
const LONGEST_TYPED = 1000;

/** An e-mail address in lower case, the one form in which it is kept and looked for. */
const emailAddress = line(LONGEST_ADDRESS)
  .transform((text) => text.toLowerCase())
  .refine((text) => text === "" || z.email().safeParse(text).success, "Write an address such as name@example.org");

/** The name that stands beside a person's changes. */
const personName = line(100);

/** A password as typed: every character counts, also a space at an end. */
const typedPassword = z.string({ error: "Fill this in" }).min(1, "Fill this in").max(LONGEST_TYPED, "This is too long");

/** What a person may be (lib/auth/person.ts says what each may do). */
const ROLE_NAMES = ["viewer", "editor", "admin"] as const;

export const signInForm = z.object({ email: emailAddress, password: typedPassword });
export const accountForm = z.object({ name: personName, email: emailAddress, password: typedPassword });
/** A new password, by the link that an admin gave. */
export const renewalForm = z.object({ password: typedPassword });
/** Six digits from an authenticator, spaces between them allowed, or a backup code. */
export const codeForm = z.object({
  code: z
    .string({ error: "Fill this in" })
    .max(40, "This is too long")
    .transform((text) => text.replace(/\s+/g, ""))
    .refine((text) => text !== "", "Fill this in"),
});

export const personChange = z
  .strictObject({ role: choice(ROLE_NAMES), disabled: z.boolean("Say true or false") })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Name what changes: role or disabled");
export const ownChange = z.strictObject({ name: personName });
export const passwordChange = z.strictObject({ current: typedPassword, password: typedPassword });
export const passwordOnly = z.strictObject({ password: typedPassword });
export const secondStepCode = z.strictObject({ code: z.string("Fill this in").min(1, "Fill this in").max(40) });
export const newInvitation = z.strictObject({
  role: choice(ROLE_NAMES),
  days: z.literal([1, 3, 7, 30], "Choose 1, 3, 7 or 30 days").default(7),
});
export const newToken = z.strictObject({
  name: line(100),
  days: z.literal([30, 90, 365], "Choose 30, 90 or 365 days, or null for no end").nullable().default(90),
});
