/**
 * The framework's scripts, as it writes them into a page. They only bring what is already readable to life, so they wait
 * until the reader reaches for something.
 */
const FRAMEWORK_SCRIPT = /<script src="(\/_next\/static\/[^"]+)" async=""(?: [a-z]+="[^"]*")*><\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/?>/g;

/** Loads the waiting scripts at the first sign of a pointer, a finger, a key or a focus. Runs as it stands in the browser. */
const LOADER = `(()=>{
const signs=["pointerover","touchstart","keydown","focusin"];
const wake=()=>{
for(const sign of signs)removeEventListener(sign,wake);
for(const waiting of document.querySelectorAll("script[data-late]")){
const script=document.createElement("script");
script.async=true;
script.src=waiting.dataset.late;
waiting.replaceWith(script);
}};
for(const sign of signs)addEventListener(sign,wake,{passive:true});
})()`;

/**
 * A page whose framework scripts load at the reader's first movement instead of at once. Everything on a public page works
 * without them, so nothing is lost by waiting, and nothing competes with the first paint. Pages without such scripts are
 * returned as they are.
 */
export function deferScripts(html: string): string {
  const deferred = html.replace(FRAMEWORK_SCRIPT, '<script data-late="$1"></script>');
  if (deferred === html) return html;
  return deferred.replace(SCRIPT_PRELOAD, "").replace("</body>", `<script>${LOADER}</script></body>`);
}
