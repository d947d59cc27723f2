// Before a command of package.json: reads .env as npm start does, where there is one. What the shell has set stands.
import { existsSync } from "node:fs";

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
} catch (error) {
  console.error(`.env cannot be read (${error.code}): give this user access to it`);
  process.exit(1);
}
