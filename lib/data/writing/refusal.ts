import "server-only";
import type { NounRecord } from "@/lib/data/writing/record";
import type { AffectedFigure } from "@/lib/figures/records";
import type { InputIssue } from "@/lib/schemas/nouns";

/** Why a write is refused. Nothing of it was written. */
export type Reason =
  /** The input is wrong: one entry for each thing. */
  | { readonly kind: "invalid"; readonly issues: readonly InputIssue[] }
  /** There is no such row, or none that may be known. */
  | { readonly kind: "unknown" }
  /** Somebody saved first. `differing` are the fields in which what was sent differs from what is there now. */
  | { readonly kind: "stale"; readonly current: NounRecord; readonly differing: readonly string[] }
  /** The same for several rows at once: their keys. */
  | { readonly kind: "stale_rows"; readonly keys: readonly string[] }
  /** Figures would say something else by it: how many, how many of them against their own phrase, and the first of them. */
  | {
      readonly kind: "affects";
      readonly count: number;
      readonly contradicted: number;
      readonly isReasonMissing: boolean;
      readonly figures: readonly AffectedFigure[];
    }
  /** A key or name is taken, something published depends on the row, or it is retracted already. */
  | {
      readonly kind: "conflict";
      readonly code: string;
      readonly message: string;
      readonly issues: readonly InputIssue[];
    };

/** Thrown inside a transaction, so that it is undone. */
export class Refusal extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`Refused: ${reason.kind}`);
    this.reason = reason;
  }
}

/** The input is wrong in one field. */
export function invalid(path: string, code: string, message: string): Refusal {
  return new Refusal({ kind: "invalid", issues: [{ path, code, message }] });
}

/** What is asked for collides with what is there. */
export function conflict(code: string, message: string, path: string | null = null): Refusal {
  const issues = path === null ? [] : [{ path, code, message }];
  return new Refusal({ kind: "conflict", code, message, issues });
}

/** Does something for a part of an input: what is refused there names its fields from the whole. */
export async function within<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || !("issues" in error.reason)) throw error;
    const issues = error.reason.issues.map((issue) => ({
      ...issue,
      path: issue.path === "" ? path : `${path}.${issue.path}`,
    }));
    throw new Refusal({ ...error.reason, issues });
  }
}
