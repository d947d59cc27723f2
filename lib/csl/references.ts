import "server-only";
import { LESS, localeOf, REFERENCE_STYLES, type ReferenceStyle, styledItem } from "@/lib/citation/styled-item";
import type { SourceRef } from "@/lib/figures/figure";

/** The part of the processor that is used; its package has no types of its own. */
interface Engine {
  setOutputFormat(format: "text"): void;
  /** Entries by their ids; what is known of an id already is not asked for again. */
  updateItems(ids: readonly string[]): void;
  makeBibliography(): readonly [unknown, readonly string[]];
}
interface System {
  readonly retrieveLocale: (name: string) => unknown;
  readonly retrieveItem: (id: string) => object;
}
interface Processor {
  readonly Engine: new (system: System, style: unknown, locale: string, isLocaleForced: boolean) => Engine;
}

/** References that are remembered. */
const MOST_KEPT = 2_000;
const kept = new Map<string, string>();

/** Writes an item as a reference of a style in a language. */
type Write = (style: ReferenceStyle, locale: string, item: object) => string;
let processor: Promise<Write> | null = null;

/**
 * A source as a plain-text reference in each style. The processor is loaded when it is first asked; from then on a reference takes
 * about 3 ms, and those asked for lately are remembered.
 */
export async function references(source: SourceRef): Promise<Readonly<Record<ReferenceStyle, string>>> {
  processor ??= load();
  const write = await processor;
  const written = REFERENCE_STYLES.map(({ key }) => {
    const item = styledItem(source, key);
    const locale = localeOf(key, source);
    const name = JSON.stringify([key, locale, item]);
    const text = kept.get(name) ?? write(key, locale, item);
    kept.delete(name);
    kept.set(name, text);
    return [key, text] as const;
  });
  for (const name of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(name);
  }
  return Object.fromEntries(written) as Record<ReferenceStyle, string>;
}

/** Loads the processor; an engine is made for each style and language when it is first asked for. */
async function load(): Promise<Write> {
  // @ts-expect-error No types.
  const { default: CSL }: { readonly default: Processor } = await import("citeproc");
  const { CSL_FILES } = await import("@/lib/generated/csl");
  const files: Readonly<Record<string, unknown>> = JSON.parse(CSL_FILES);
  const engines = new Map<string, Engine>();
  let item: object = {};
  let asked = 0;
  const make = (style: ReferenceStyle, locale: string) => {
    const { file } = REFERENCE_STYLES.find(({ key }) => key === style) ?? REFERENCE_STYLES[0];
    const retrieveLocale = (name: string) => files[name] ?? files["en-US"];
    const engine = new CSL.Engine(
      { retrieveLocale, retrieveItem: (id) => ({ ...item, id }) },
      files[file],
      locale,
      true,
    );
    engine.setOutputFormat("text");
    return engine;
  };
  return (style, locale, told) => {
    const name = `${style} ${locale}`;
    const engine = engines.get(name) ?? make(style, locale);
    engines.set(name, engine);
    item = told;
    asked += 1;
    // An engine remembers what it was told of an id: each item has its own.
    engine.updateItems([String(asked)]);
    const [, [entry = ""] = []] = engine.makeBibliography();
    // This style numbers its entries.
    const unnumbered = style === "gbt7714" ? entry.replace(/^\[1\]\s*/, "") : entry;
    return unnumbered.replaceAll(LESS, "<").trim();
  };
}
