/** A node of schema.org: its type, and properties that are given. */
export interface LinkedData {
  readonly "@type": string;
  readonly [property: string]: unknown;
}

/** A node without what is null or an empty list. */
export function node(type: string, properties: Readonly<Record<string, unknown>>): LinkedData {
  const given = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { "@type": type, ...Object.fromEntries(given) };
}

/** A node as JSON-LD text that may stand in a script: no sign in it begins a tag. */
export function jsonLdText(data: LinkedData): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
}
