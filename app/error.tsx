"use client";

import { paths } from "@/lib/paths";

/** Shown in place of a page that could not be made; the rest of the site is not touched. */
export default function PageError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <main className="wrap">
      <h1>This page could not be made</h1>
      <p className="lede">The figures could not be read just now. Nothing was changed.</p>
      <p className="actions">
        <button type="button" className="btn primary" onClick={reset}>
          Try again
        </button>
        <a className="btn" href={paths.dashboard()}>
          Dashboard
        </a>
      </p>
    </main>
  );
}
