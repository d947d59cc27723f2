import type { ReactNode } from "react";

/** A short remark beside a figure. The words carry the meaning; the tone only helps to find it. */
export function Tag({ tone = "mute", children }: { readonly tone?: string; readonly children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>;
}
