import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { copyDatabase } from "@/tests/setup/data/postgresql";

// A fresh copy for every test file, named before anything reads the environment.
const postgresql = inject("postgresql");
if (postgresql === null) throw new Error("The project has no PostgreSQL");
process.env.DATABASE_URL = await copyDatabase(postgresql, postgresql.seeded);
// Removed with the templates.
process.env.DATA_FOLDER = mkdtempSync(path.join(path.dirname(inject("templates").seeded), "data-"));
process.env.FOOTNOTE_SECRET = randomBytes(32).toString("base64url");
