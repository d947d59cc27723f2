/**
 * What a page does for its reader before and without the framework: the chosen theme and the fonts before the first paint, the
 * layout of what lies below the first view, the bar of whoever is signed in here, the key "/" to the search box, copying the address of a view or a citation, and sending a changed form that the framework does not look after.
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

  // The page is the same for everybody: only where somebody signed in (docs/decisions/0012) is it asked what they can do here.
  const showEditBar = () => {
    const bar = document.querySelector<HTMLElement>("#edit-bar");
    if (bar === null || recall("editing") === null) return;
    fetch(`/api/v1/edit-links?of=${encodeURIComponent(location.pathname + location.search)}`)
      .then(async (answer) => {
        if (answer.status === 401) localStorage.removeItem("editing");
        if (!answer.ok) return;
        const { data } = (await answer.json()) as {
          readonly data: readonly { readonly name: string; readonly href: string }[];
        };
        for (const { name, href } of data) {
          const link = document.createElement("a");
          link.textContent = name;
          link.href = href;
          bar.append(link);
        }
        bar.hidden = false;
        // Hidden, not removed: the framework looks for it when it comes.
        const invitation = document.querySelector<HTMLElement>("#sign-in");
        if (invitation) invitation.hidden = true;
      })
      .catch(() => undefined);
  };

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
    showEditBar();
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
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (!mark || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const said = document.querySelector("#said");
    const link = mark instanceof HTMLAnchorElement ? mark.href : null;
    // A button copies the text that stands before it.
    navigator.clipboard.writeText(link ?? mark.parentElement?.previousElementSibling?.textContent ?? "").then(
      () => {
        if (said) said.textContent = link === null ? "Copied" : "Address copied";
      },
      () => {
        if (link !== null) location.href = link;
      },
    );
  });
}

/** The script above, inline in the head. The proxy allows it by its hash. */
export function ReaderScript() {
  return <script>{`(${serveReader.toString()})()`}</script>;
}
