import type { SheetChoice } from "@/lib/importing/files/sheet-choice";
import type { TableLook } from "@/lib/importing/look/table-look";
import type { PlanSummary } from "@/lib/importing/plan";
import type { Problem } from "@/lib/importing/problem";

/** Where an import that was asked for stands. The last five are final. */
export type JobState = "waiting" | "checking" | "writing" | "checked" | "done" | "refused" | "failed" | "cancelled";

/** Whether a job has come to its end. */
export function isEnded(state: JobState): boolean {
  return !["waiting", "checking", "writing"].includes(state);
}

/** Why a job failed: the HTTP status that says so, a code, and a sentence with cause and cure. */
export interface JobTrouble {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly problem: Problem | null;
  /** Public keys of the first figures that stand in the way; empty where none does. */
  readonly figures: readonly string[];
}

/** What an undo did. */
interface UndoneCounts {
  readonly retracted: number;
  readonly changedBack: number;
  readonly recordsRetracted: number;
  readonly kept: number;
}

/** An import, a dry run, a look at a file or an undo as it goes on. */
export interface ImportJob {
  readonly id: string;
  readonly label: string;
  readonly mode: "look" | "dry-run" | "import" | "undo";
  readonly state: JobState;
  /** Rows done in this phase. */
  readonly done: number;
  /** About how many rows there are; null when that cannot be told. */
  readonly total: number | null;
  /** Null until it can be told. */
  readonly secondsLeft: number | null;
  /** Sheets of the workbook; empty for CSV, and until they are known. */
  readonly sheets: readonly SheetChoice[];
  /** What the file looks like; null until that was seen, and where nobody asked. */
  readonly look: TableLook | null;
  /** What was found; null until it was. */
  readonly summary: PlanSummary | null;
  /** Number of the batch that was written; null when none was. */
  readonly batch: number | null;
  readonly undone: UndoneCounts | null;
  readonly trouble: JobTrouble | null;
}

/** A job that waits for its turn. */
export function waitingJob({ id, label, mode }: Pick<ImportJob, "id" | "label" | "mode">): ImportJob {
  const nothing = {
    total: null,
    secondsLeft: null,
    sheets: [],
    look: null,
    summary: null,
    batch: null,
    undone: null,
    trouble: null,
  };
  return { id, label, mode, state: "waiting", done: 0, ...nothing };
}

/** Part of the whole that checking takes; writing takes the rest. */
const CHECKING_SHARE = 0.6;

/** How much of a job is done, from 0 to 1; null when that cannot be told. Undoing is all writing. */
export function shareDone({
  mode,
  state,
  done,
  total,
}: Pick<ImportJob, "mode" | "state" | "done" | "total">): number | null {
  if (isEnded(state)) return 1;
  if (state === "waiting") return 0;
  if (total === null || total === 0) return null;
  const part = Math.min(1, done / total);
  if (mode !== "import") return part;
  return state === "checking" ? part * CHECKING_SHARE : CHECKING_SHARE + part * (1 - CHECKING_SHARE);
}

/** Seconds left at the pace so far; null while less than two per cent are done. */
export function secondsLeft(share: number | null, secondsSoFar: number): number | null {
  if (share === null || share < 0.02) return null;
  return Math.ceil((secondsSoFar / share) * (1 - share));
}
