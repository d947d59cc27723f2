/** A place in a source for readers: "para. 5"; null when only the beginning of the page was at hand or the place is unknown. */
export function locatorText(locator: string | null): string | null {
  if (locator === null || locator === "excerpt") return null;
  return locator.replace(/^para /, "para. ");
}
