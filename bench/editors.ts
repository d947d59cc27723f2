/** Editors who are signed in, for measurements that save. */
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type Database from "better-sqlite3";

/** Makes an editor with a session, as signing in would, without hashing a password; answers the cookie. `secret` is the site's. */
export function makeEditor(database: Database.Database, secret: string, index: number): string {
  const [id, token] = [randomUUID(), randomBytes(24).toString("base64url")];
  const now = new Date().toISOString().replace("Z", "+00:00");
  const later = new Date(Date.now() + 864e5).toISOString().replace("Z", "+00:00");
  database
    .prepare(`INSERT INTO "User" ("id", "name", "email", "role", "updatedAt") VALUES (?, ?, ?, 'editor', ?)`)
    .run(id, `Editor ${index}`, `editor-${index}@example.org`, now);
  database
    .prepare(
      `INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(randomUUID(), token, id, later, now, now);
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `footnote.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
