/**
 * Floods the sign-in of a running site with wrong passwords over 16 connections, for as many seconds as given, and prints how
 * many were answered. What readers feel meanwhile is measured beside it:
 *
 *   npx tsx bench/sign-in-flood.ts http://localhost:3000 15 & wrk -t1 -c4 -d10s --latency http://localhost:3000/
 */
import { argv } from "node:process";

const [site = "http://localhost:3000", seconds = "15"] = argv.slice(2);
const until = performance.now() + Number(seconds) * 1000;
const answered: Record<number, number> = {};

async function knock(): Promise<void> {
  while (performance.now() < until) {
    const { status } = await fetch(`${site}/api/auth/sign-in`, {
      method: "POST",
      headers: { origin: site, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ email: "nobody@example.org", password: "not the password" }),
    });
    answered[status] = (answered[status] ?? 0) + 1;
  }
}

await Promise.all(Array.from({ length: 16 }, knock));
console.log(answered);
