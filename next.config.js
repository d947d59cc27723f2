/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The proxy (server/request-handler.ts) compresses once and remembers; Next would compress at every request.
  compress: false,
  images: { unoptimized: true },
  serverExternalPackages: ["better-sqlite3", "citeproc", "pg"],
  devIndicators: false,
  // For everybody: a title that comes after the page needs an inline script, which no content security policy here allows.
  htmlLimitedBots: /.*/,
  // One request less before the first paint; the whole style sheet is smaller than a picture (a budget in tests/browser holds it).
  // authInterrupts gives forbidden(), which answers 403 with app/forbidden.tsx.
  // preloadEntriesOnStart would load the code of every page, editors' too, before the first is asked for.
  experimental: { inlineCss: true, authInterrupts: true, preloadEntriesOnStart: false },
};
export default config;
