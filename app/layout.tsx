import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { ReaderScript } from "@/components/layout/reader-script";
import { SITE_ICON } from "@/components/layout/site-icon";
import { absoluteAddress } from "@/lib/data/public/origin";
import { paths } from "@/lib/paths";
import "./fonts.css";
import "./tokens.css";
import "./site.css";
import "@/components/charts/charts.css";

/** Every page reads the database when it is asked for; the proxy remembers the answer until something changes. */
export const dynamic = "force-dynamic";

/** What every page says that says nothing else; addresses in metadata are relative to that of the site. */
export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(absoluteAddress(paths.dashboard())),
  title: { template: "%s · Footnote", default: "Footnote: tech-industry figures with their sources" },
  description: "Figures about regional tech industries, each in its source’s own words and linked to the very phrase.",
  icons: { icon: `data:image/svg+xml,${encodeURIComponent(SITE_ICON)}` },
});

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1a1c20" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  // The one font that the first view waits a moment for (docs/decisions/0004).
  preload("/fonts/source-serif-basic-1.woff2", { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    // The reader script sets data-theme and data-js before the first paint, so the client finds more than the server sent.
    <html lang="en" suppressHydrationWarning>
      <head>
        <ReaderScript />
      </head>
      <body>{children}</body>
    </html>
  );
}
