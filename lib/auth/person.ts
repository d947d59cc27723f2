import "server-only";

/** What a person may be, from least to most: a viewer reads drafts, an editor writes, an admin looks after people and settings. */
export const ROLES = ["viewer", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What an action asks of a person. */
export type Permission = "view" | "edit" | "administer";

/** Who is asking. `via` tells a signed-in browser from a script with an API token. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly via: "session" | "token";
}

const ALLOWED: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ["view"],
  editor: ["view", "edit"],
  admin: ["view", "edit", "administer"],
};

/** Whether a role includes a permission. */
export function may(role: Role, permission: Permission): boolean {
  return ALLOWED[role].includes(permission);
}

/** A role from text that the database keeps; null for anything else. */
export function roleOf(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}
