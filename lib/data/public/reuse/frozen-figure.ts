import "server-only";
import { findFigure } from "@/lib/data/public/figures";
import { readAskedDay } from "@/lib/data/public/past/asked-day";
import { findFigureThen } from "@/lib/data/public/past/figure-then";
import { findWithdrawal } from "@/lib/data/public/withdrawn";
import type { Figure } from "@/lib/figures/figure";

/** A figure as it stood at a revision or on a day, beside the one of today. */
export interface FrozenFigure {
  /** Why it cannot be shown as it was asked for; null where it can. */
  readonly problem: string | null;
  /** Null where there is none, or it was withdrawn. */
  readonly figure: Figure | null;
  readonly now: Figure | null;
  readonly isWithdrawn: boolean;
  /** What it is of: a revision, a day (yyyy-mm-dd), or neither, which is today. */
  readonly day: string | null;
  readonly revision: number | null;
}

/** Finds a figure as it is, as it was known on a day, or as readers saw it from a revision of its own on, which goes before the day. */
export async function findFrozenFigure(
  id: string,
  asked: string | null,
  revision: number | null,
): Promise<FrozenFigure> {
  const { knownOn, problem } = await readAskedDay(revision === null ? asked : null);
  const view = await findFigure(id);
  const now = view?.figure ?? null;
  const none = { problem, figure: null, now, isWithdrawn: false, day: null, revision };
  if (problem !== null) return none;
  if (view === null) return { ...none, isWithdrawn: (await findWithdrawal("figures", id)) !== null };
  if (revision !== null) {
    const figure = view.history.find((change) => change.id === revision)?.after ?? null;
    const missing = `This figure has no revision ${revision} that readers could see.`;
    return { ...none, figure, problem: figure === null ? missing : null };
  }
  const then = knownOn === null ? now : ((await findFigureThen(id, knownOn))?.figure ?? null);
  const unknown = then === null ? `This figure was not known on ${knownOn?.date}.` : null;
  return { ...none, problem: unknown, figure: then, day: knownOn?.date ?? null };
}
