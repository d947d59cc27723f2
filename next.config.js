/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The front (lib/http/front.ts) compresses once and remembers; Next would compress at every request.
  compress: false,
  images: { unoptimized: true },
  serverExternalPackages: ["better-sqlite3"],
  devIndicators: false,
};
export default config;
