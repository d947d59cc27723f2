"use client";

import { useEffect } from "react";
import { fieldId } from "@/components/admin/fields/field-id";

/** Takes what a person typed or chose in a field while the page's scripts were still on their way; it would be lost otherwise. */
export function useTypedBefore(path: string, shown: string, take: (typed: string) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the field comes alive
  useEffect(() => {
    const control = document.getElementById(fieldId(path));
    const isControl = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    if ((isControl || control instanceof HTMLSelectElement) && control.value !== shown) take(control.value);
  }, []);
}
