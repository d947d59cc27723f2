import type { Span } from "@/components/admin/reading-desk/state/desk-state";

/**
 * The stretch of the text that is selected within the article. Paragraphs tell by `data-start` where in the text they begin; what is
 * only read out is no part of it. Null where nothing is selected, or something outside.
 */
export function selectedSpan(article: HTMLElement): Span | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(article, range.startContainer, range.startOffset);
  const end = offsetOf(article, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

function offsetOf(article: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-start]") ?? null;
  if (paragraph === null || !article.contains(paragraph)) return null;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  const read = before.cloneContents();
  for (const hidden of read.querySelectorAll(".hidden")) hidden.remove();
  return Number(paragraph.dataset.start) + (read.textContent ?? "").length;
}
