"use client";

import type { ReactNode } from "react";
import { fieldId } from "@/components/admin/fields/field-id";

/** What is wrong with one field, as the API says it; path "" is about the record as a whole. */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** The messages of a form by the paths of their fields, in the order given; where several are wrong with a field, the first. */
export function errorsOf(issues: readonly Issue[]): Readonly<Record<string, string>> {
  const firsts = issues.filter(({ path }, index) => issues.findIndex((other) => other.path === path) === index);
  return Object.fromEntries(firsts.map(({ path, message }) => [path, message]));
}

/** What is wrong with the fields of a form, by path, as a list. */
export function issuesIn(errors: Readonly<Record<string, ReactNode>>): readonly Issue[] {
  return Object.entries(errors).map(([path, message]) => ({ path, code: "invalid", message: String(message) }));
}

/** The message of a field, or null; where several are wrong with it, the first. */
export function messageAt(issues: readonly Issue[], path: string): string | null {
  return issues.find((issue) => issue.path === path)?.message ?? null;
}

const controlOf = ({ path }: Issue) => document.getElementById(fieldId(path));

/** The same issues in the order of their fields on the page; those without a field there come last. */
export function inPageOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((one, other) => {
    const [a, b] = [controlOf(one), controlOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (a === b) return 0;
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

/**
 * Puts the focus on the first wrong field in the order of the page. Fields folded away are unfolded. Where no field of the page
 * fits, focus goes to the summary, so that the message is not missed.
 */
export function focusFirst(issues: readonly Issue[]): void {
  const [first] = inPageOrder(issues).flatMap((issue) => controlOf(issue) ?? []);
  for (let box = first?.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
  (first ?? document.getElementById("error-summary"))?.focus();
}

/** Everything that keeps a record from being saved, announced at once, each with a way to its field. */
export function ErrorSummary({
  issues,
  labelOf,
}: {
  readonly issues: readonly Issue[];
  /** The name of a field by its path; null where there is no such field. */
  readonly labelOf: (path: string) => string | null;
}) {
  return (
    <div role="alert">
      {issues.length === 0 ? null : (
        <div className="notice alert" id="error-summary" tabIndex={-1}>
          <h2>{issues.length === 1 ? "One thing to put right" : `${issues.length} things to put right`}</h2>
          <ul>
            {issues.map((issue) => {
              const label = labelOf(issue.path);
              return (
                <li key={`${issue.path} ${issue.code} ${issue.message}`}>
                  {label === null ? null : (
                    <>
                      <a
                        href={`#${fieldId(issue.path)}`}
                        onClick={(event) => {
                          event.preventDefault();
                          focusFirst([issue]);
                        }}
                      >
                        {label}
                      </a>
                      {": "}
                    </>
                  )}
                  {issue.message}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
