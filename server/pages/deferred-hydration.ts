import { createHash } from "node:crypto";

/**
 * The framework's scripts, as it writes them into a page. They only bring what is already readable to life, so they wait
 * until the reader reaches for something.
 */
const FRAMEWORK_SCRIPT = /<script src="(\/_next\/static\/[^"]+)" async=""(?: [a-z]+="[^"]*")*><\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/?>/g;
/** What the framework needs to know to do so: the page once more, as data. */
const FRAMEWORK_DATA = /<script>((?:\(self\.__next_f=|self\.__next_f\.push)[\s\S]*?)<\/script>/g;

/** What a page must not hold any more once these are taken out. (A script for browsers without modules stays: no other loads it; so do that of embeds and what a page is about, as JSON-LD, which is no script.) */
const LEFT_BEHIND =
  /<script(?![^>]*\snoModule=)(?! async="" src="\/embed\.js")(?![^>]*\stype="application\/ld\+json")[^>]*(?:\ssrc=|>[^<]*__next_f)|<link[^>]*as="script"/;

/** Addresses of the framework's data of a page: the hash of the data; the page it belongs to is asked for as `of`. */
export const LATE_DATA = /^\/_late\/([\w-]+)\.js$/;

/**
 * Loads what waits at the first movement of a pointer (a browser without one may report it resting in the corner), a finger, a
 * key or a focus: data first, for the framework gives up without.
 * If the data is gone (the page has changed since), the page stays as it is, which is complete. Runs as it stands in the browser.
 */
const LOADER = `(()=>{
const signs=["pointermove","touchstart","keydown","focusin"];
const start=(waiting)=>{
const script=document.createElement("script");
script.async=true;
script.src=waiting.dataset.late;
waiting.replaceWith(script);
return script;
};
const wake=({type,clientX,clientY})=>{
if(type==="pointermove"&&clientX+clientY===0)return;
for(const sign of signs)removeEventListener(sign,wake);
const [data,...scripts]=document.querySelectorAll("script[data-late]");
for(const waiting of scripts){
const link=document.createElement("link");
link.rel="preload";
link.as="script";
link.href=waiting.dataset.late;
document.head.append(link);
}
start(data).onload=()=>scripts.forEach(start);
};
for(const sign of signs)addEventListener(sign,wake,{passive:true});
})()`;

/** A page and the framework's data of it, which has an address of its own. */
export interface SplitPage {
  readonly html: string;
  readonly data: string;
}

/**
 * Takes the framework's scripts and data out of a page, to be loaded at the reader's first movement instead of at once. Everything
 * on a public page works without them, so nothing is lost by waiting, and nothing competes with the first paint. `address` is the
 * page's own. Throws where the page does not have the shape that the framework is known to write.
 */
export function splitPage(html: string, address: string): SplitPage {
  const data = [...html.matchAll(FRAMEWORK_DATA)].map((match) => match[1]).join(";\n");
  const hash = createHash("sha256").update(data).digest("base64url").slice(0, 27);
  const first = `<script data-late="/_late/${hash}.js?of=${encodeURIComponent(address)}"></script>`;
  const rest = html
    .replace(FRAMEWORK_DATA, "")
    .replace(SCRIPT_PRELOAD, "")
    .replace(FRAMEWORK_SCRIPT, '<script data-late="$1"></script>')
    .replace("</body>", () => `<script>${LOADER}</script></body>`);
  const at = rest.indexOf("<script data-late=");
  if (data === "" || at === -1 || !rest.includes(LOADER) || LEFT_BEHIND.test(rest)) {
    throw new Error(
      "The framework's scripts stand in the page in a way that is not known here (server/pages/deferred-hydration.ts)",
    );
  }
  return { html: rest.slice(0, at) + first + rest.slice(at), data };
}
