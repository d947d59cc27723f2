/** What a person may be, by name. */
export type RoleName = "viewer" | "editor" | "admin";

/** Roles with what each may do, as a choice shows them. */
export const ROLE_CHOICES: Readonly<Record<RoleName, string>> = {
  viewer: "Viewer: reads drafts",
  editor: "Editor: adds and changes figures",
  admin: "Admin: also people and settings",
};

/** Roles as a table shows them. */
export const ROLE_SHORT: Readonly<Record<RoleName, string>> = { viewer: "Viewer", editor: "Editor", admin: "Admin" };
