import { randomBytes } from "node:crypto";
import { copyFileSync } from "node:fs";
import { inject } from "vitest";

// A fresh copy for every test file, named before anything reads the environment.
const { seeded } = inject("templates");
const file = `${seeded}.${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`;
copyFileSync(seeded, file);
process.env.DATABASE_URL = `file:${file}`;
process.env.FOOTNOTE_SECRET = randomBytes(32).toString("base64url");
