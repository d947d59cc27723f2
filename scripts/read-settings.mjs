// Before a command of package.json: reads .env as npm start does, where there is one. What the shell has set stands.
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
