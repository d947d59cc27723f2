import "server-only";
import { FORM_OPERATIONS } from "@/lib/api/operations/forms";
import type { Operation } from "@/lib/api/operations/operation";
import { PEOPLE_OPERATIONS } from "@/lib/api/operations/people";
import { READERS_OPERATIONS } from "@/lib/api/operations/readers";
import { RECORD_OPERATIONS } from "@/lib/api/operations/records";
import { TEXT_AND_IMPORT_OPERATIONS } from "@/lib/api/operations/texts-and-imports";
import { POLICY, type Rule } from "@/lib/auth/policy";

/** Every operation of /api/v1, those of readers first. */
export const OPERATIONS: readonly Operation[] = [
  ...READERS_OPERATIONS,
  ...RECORD_OPERATIONS,
  ...TEXT_AND_IMPORT_OPERATIONS,
  ...FORM_OPERATIONS,
  ...PEOPLE_OPERATIONS,
];

/** Who may use an operation, as lib/auth/policy.ts says; throws for one that it does not know. */
export function whoMay({ route, method }: Operation): { readonly who: string; readonly rule: Rule } {
  const rule = POLICY.find((candidate) => candidate.route === route);
  const who = rule?.methods[method];
  if (rule === undefined || who === undefined) throw new Error(`${method} ${route} is not in lib/auth/policy.ts`);
  return { who, rule };
}
