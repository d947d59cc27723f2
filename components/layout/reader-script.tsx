/**
 * What a page does for its reader before and without the framework: the chosen theme and the fonts before the first paint, the
 * layout of what lies below the first view, the key "/" to the search box, copying the address of a view, and sending a changed form that the framework does not look after.
 * Runs in the browser as its own text, so it may refer to nothing outside itself.
 */
function serveReader(): void {
  const root = document.documentElement;
  const recall = (key: string) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (key: string, value: string) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Storage is refused: what was chosen holds for this page.
    }
  };
  root.dataset.js = "";
  // Where the reader comes back or to a place within the page, that place is where it was only when all is laid out.
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (location.hash !== "" || visit?.type !== "navigate") root.dataset.whole = "";
  const stored = recall("theme");
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;
  if (recall("fonts") !== null) root.dataset.fonts = "";
  else {
    // Fetched when all else is done, for the next page; used on this one they would move what is being read.
    const fetchFonts = () =>
      Promise.all(["1em Inter", "italic 1em 'Source Serif 4 Italic'"].map((font) => document.fonts.load(font))).then(
        () => remember("fonts", "1"),
        () => undefined,
      );
    addEventListener("load", () => setTimeout(fetchFonts, 1000));
  }

  document.addEventListener("DOMContentLoaded", () => {
    // What lies below the first view is laid out part by part (see site.css), so that no single task holds up the reader.
    const later = [...document.querySelectorAll<HTMLElement>("main :is(section, .chart, .sources > li)")];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const part = later.shift();
      if (!part) return;
      part.dataset.whole = "";
      part.getBoundingClientRect();
      port2.postMessage(null);
    };
    port2.postMessage(null);
    const choice = document.querySelector<HTMLSelectElement>("#theme");
    if (choice) choice.value = root.dataset.theme ?? "system";
  });

  document.addEventListener("change", (event) => {
    const control = event.target;
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
    if (control.id === "theme") {
      const theme = control.value;
      if (theme === "system") delete root.dataset.theme;
      else root.dataset.theme = theme;
      remember("theme", theme);
      return;
    }
    const { form } = control;
    if (form?.dataset.enhanced !== "waiting") return;
    setTimeout(() => {
      if (form.dataset.enhanced === "waiting") form.requestSubmit();
    }, 3000);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    ) {
      return;
    }
    const box = document.querySelector<HTMLInputElement>("input[type=search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-copy]") : null;
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const said = document.querySelector("#said");
    navigator.clipboard.writeText(link.href).then(
      () => {
        if (said) said.textContent = "Address copied";
      },
      () => {
        location.href = link.href;
      },
    );
  });
}

/** The script above, inline in the head. The front allows it by its hash. */
export function ReaderScript() {
  return <script>{`(${serveReader.toString()})()`}</script>;
}
