import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { ReaderScript } from "@/components/layout/reader-script";
import "./tokens.css";
import "./site.css";
import "@/components/charts/charts.css";

/** Every page reads the database when it is asked for; the front remembers the answer until something changes. */
export const dynamic = "force-dynamic";

const sans = localFont({
  src: "./fonts/inter-latin.woff2",
  weight: "400 650",
  variable: "--font-sans",
  adjustFontFallback: "Arial",
});

const serif = localFont({
  src: [
    { path: "./fonts/source-serif-latin.woff2", weight: "400 650", style: "normal" },
    { path: "./fonts/source-serif-latin-italic.woff2", weight: "400", style: "italic" },
  ],
  variable: "--font-serif",
  adjustFontFallback: "Times New Roman",
});

export const metadata: Metadata = {
  title: { template: "%s · Footnote", default: "Footnote: tech-industry figures with their sources" },
  description: "Figures about regional tech industries, each in its source’s own words and linked to the very phrase.",
};

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
  return (
    // The reader script sets data-theme and data-js before the first paint, so the client finds more than the server sent.
    <html lang="en" className={`${sans.variable} ${serif.variable}`} suppressHydrationWarning>
      <head>
        <ReaderScript />
      </head>
      <body>{children}</body>
    </html>
  );
}
