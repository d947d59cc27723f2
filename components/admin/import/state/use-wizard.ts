"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { checkedWith, type Decisions, lookedWith, NO_DECISIONS } from "@/components/admin/import/state/decisions";
import { keepFile, keepProgress, keptImport, type Step } from "@/components/admin/import/state/kept-import";
import { jobInAddress, useJob } from "@/components/admin/import/state/use-job";
import type { ImportJob } from "@/lib/importing/job";
import { beginsWithOurHeader } from "@/lib/importing/look/our-header";
import type { TableLook } from "@/lib/importing/look/table-look";
import type { Recipe } from "@/lib/importing/table/recipe";

/** Bytes in which a header is looked for before a file is sent. */
const HEADER_BYTES = 8192;
/** Milliseconds of rest after which what was said is written down. */
const REST_MS = 150;
/** Steps that show what the file looks like. */
const LOOKING: readonly Step[] = ["table", "columns", "matches"];

/** An import step by step. What was said is kept in the browser until it is done, and every step can be gone back to. */
export function useWizard(personId: string, onDone: () => void) {
  const { job, trouble, running, start, cancel, forget } = useJob();
  const isRunning = running !== null;
  const [file, setFile] = useState<File | null>(null);
  const [decisions, setDecisions] = useState<Decisions>(NO_DECISIONS);
  const [look, setLook] = useState<TableLook | null>(null);
  const [step, setStep] = useState<Step>("file");
  /** What the last look, and the last check, were made with. */
  const [looked, setLooked] = useState<string | null>(null);
  const [checked, setChecked] = useState<string | null>(null);
  const [isReady, setReady] = useState(false);
  const isTaken = useRef<ImportJob | null>(null);

  const say = useCallback((part: Partial<Decisions>) => setDecisions((before) => ({ ...before, ...part })), []);
  const decide = useCallback(
    (change: (recipe: Recipe) => Partial<Recipe>) =>
      setDecisions((before) => ({ ...before, recipe: { ...before.recipe, ...change(before.recipe) } })),
    [],
  );

  const check = useCallback(
    (of: File, with_: Decisions) => {
      setStep("check");
      setChecked(checkedWith(with_));
      void start("dry-run", of, with_);
    },
    [start],
  );

  const choose = async (next: File | null) => {
    const head = await next
      ?.slice(0, HEADER_BYTES)
      .text()
      .catch(() => "");
    forget();
    setLook(null);
    setLooked(null);
    setChecked(null);
    setFile(next);
    const { status, recipe } = decisions;
    // How numbers are written and what they become was said before a file was chosen, and holds for this one.
    const kept = { ...NO_DECISIONS, status, recipe: { ...NO_DECISIONS.recipe, numberFormat: recipe.numberFormat } };
    setDecisions(kept);
    if (next === null) setStep("file");
    else if (beginsWithOurHeader(head ?? "")) check(next, kept);
    else setStep("table");
  };

  /** Goes on to a step; what was changed since the last check is checked again. */
  const go = (to: Step) => {
    const isChecked = job?.mode === "dry-run" && checked === checkedWith(decisions);
    if (file !== null && to === "check" && !isChecked) check(file, decisions);
    else setStep(to);
  };

  /** Applies a recipe that was saved, and checks the file with it. */
  const applyRecipe = (recipe: Recipe) => {
    const next = { ...decisions, recipe };
    setDecisions(next);
    if (file !== null) check(file, next);
  };

  // What was kept in the browser, once.
  useEffect(() => {
    void keptImport(personId).then((kept) => {
      if (kept !== null && kept.step !== "done") {
        setFile(kept.file);
        setDecisions(kept.decisions);
        setLook(kept.look);
        setLooked(kept.look === null ? null : lookedWith(kept.decisions, kept.step === "matches"));
        setStep(kept.step);
        setChecked(checkedWith(kept.decisions));
        if (kept.step === "check" && jobInAddress() === null) void start("dry-run", kept.file, kept.decisions);
      }
      setReady(true);
    });
  }, [personId, start]);

  const isDone = step === "done";
  useEffect(() => {
    if (isReady) void keepFile(personId, isDone ? null : file);
  }, [isReady, personId, file, isDone]);
  useEffect(() => {
    if (!isReady || file === null || isDone) return;
    const timer = setTimeout(() => void keepProgress(personId, { decisions, look, step }), REST_MS);
    return () => clearTimeout(timer);
  }, [isReady, personId, file, isDone, decisions, look, step]);

  // A look is made anew when what it depends on has changed, one after the other.
  const wanted = lookedWith(decisions, step === "matches");
  const isLookWanted = isReady && file !== null && LOOKING.includes(step) && wanted !== looked;
  useEffect(() => {
    if (!isLookWanted || isRunning || file === null) return;
    setLooked(wanted);
    void start("look", file, decisions);
  }, [isLookWanted, isRunning, file, wanted, decisions, start]);

  // What came of a job.
  useEffect(() => {
    if (job === null || isTaken.current === job) return;
    isTaken.current = job;
    if (job.look !== null) {
      setLook(job.look);
      const { sheet } = job.look;
      if (sheet !== null) {
        const next = { ...decisions, recipe: { ...decisions.recipe, sheet } };
        setDecisions(next);
        setLooked(lookedWith(next, step === "matches"));
      }
    }
    if (job.state === "done") {
      setStep("done");
      onDone();
    } else if (job.mode !== "look" && file === null) setStep("check");
  }, [job, file, onDone, decisions, step]);

  // A file that says everything itself is checked at once.
  const isOurs = look?.isOurs === true && job?.look === look && step === "table" && file !== null;
  useEffect(() => {
    if (isOurs && file !== null && checked === null) check(file, decisions);
  }, [isOurs, file, checked, decisions, check]);

  return {
    job,
    trouble,
    running,
    file,
    decisions,
    look,
    step,
    isReady,
    /** Whether what is shown of the file is of before the last change. */
    isLooking: isLookWanted || running === "look",
    isOutdated: checked !== checkedWith(decisions),
    say,
    decide,
    choose,
    go,
    applyRecipe,
    check: () => file !== null && check(file, decisions),
    write: () => file !== null && void start("import", file, decisions),
    cancel,
  };
}

export type Wizard = ReturnType<typeof useWizard>;
