import type { TestContext } from "vitest";
import { randomFrom } from "@/bench/setup/random";

declare module "vitest" {
  interface TaskMeta {
    /** How often a test tried what it tests, at moments or places of chance. */
    trials?: number;
  }
}

const times = Number(process.env.TRIALS ?? 1);
/** npm run prove gives it, so that a run can be had again. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Numbers from 0 up to 1, the same for one SEED. */
export const chance = randomFrom(seed);

/** How often to try: `quick` times in npm test, and TRIALS times as often in npm run prove. */
export function trialsOf(quick: number): number {
  return Math.ceil(quick * times);
}

/** How long a test with trials may take, in milliseconds, given how long it may in npm test. */
export function timeFor(quickMs: number): number {
  return quickMs * Math.max(1, times);
}

/** Notes how many trials a test has made, for the counts of npm run prove. */
export function noteTrials({ task }: Pick<TestContext, "task">, trials: number, what: string): void {
  task.meta.trials = trials;
  console.log(`${trials} ${what} (SEED=${seed})`);
}
