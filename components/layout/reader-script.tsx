/**
 * What a page does for its reader before and without the framework: the chosen theme before the first paint, the key "/"
 * to the search box, copying the address of a view, and sending a changed form that the framework does not look after.
 * Runs in the browser as its own text, so it may refer to nothing outside itself.
 */
function serveReader(): void {
  const root = document.documentElement;
  const stored = (() => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  })();
  root.dataset.js = "";
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;

  document.addEventListener("DOMContentLoaded", () => {
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
      try {
        if (theme === "system") localStorage.removeItem("theme");
        else localStorage.setItem("theme", theme);
      } catch {
        // Storage is refused: the choice holds for this page.
      }
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
