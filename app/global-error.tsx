"use client";

/** Shown when even the frame of a page could not be made; stands alone, without styles or fonts of its own. */
export default function GlobalError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <title>This page could not be made · Footnote</title>
          <h1>This page could not be made</h1>
          <p>The figures could not be read just now. Nothing was changed.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
