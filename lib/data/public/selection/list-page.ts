import "server-only";
import type { FigurePage } from "@/lib/figures/view-models";

/** Figures on one page of a list. */
export const PAGE_SIZE = 100;
/** Pages of a list that can be turned to: each is found by passing over those before it. A file has all figures. */
const MOST_PAGES = 100;

/** Where a page of a list stands; a number beyond the last page is the last. */
export function placeOf(total: number, asked: number): Omit<FigurePage, "figures"> {
  const all = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const pages = Math.min(all, MOST_PAGES);
  const number = Math.min(Math.max(1, asked), pages);
  return { number, pages, total, before: (number - 1) * PAGE_SIZE, isCut: pages < all };
}
