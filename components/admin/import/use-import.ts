"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type ImportJob, isEnded } from "@/lib/importing/job";
import { paths } from "@/lib/paths";

/** What a person decides about a file. "" is no choice. */
export interface ImportChoices {
  readonly numberFormat: "" | "en" | "de" | "fr" | "plain";
  /** Sheet of a workbook; "" for the first that is not hidden. */
  readonly sheet: string;
  readonly status: "draft" | "published";
  /** Header to field, "" for none, where the person corrected the matching. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly cause: string;
  readonly reason: string;
}

export const NO_CHOICES: ImportChoices = {
  numberFormat: "",
  sheet: "",
  status: "draft",
  mapping: {},
  cause: "",
  reason: "",
};

const ASK_EVERY_MS = 300;
const NO_ANSWER = "The site could not be reached, or the file has changed since it was chosen. Choose it again.";

const GONE = "This import is not known any more. If it was finished, it stands in the list below.";

interface Answer {
  readonly data?: ImportJob;
  readonly error?: { readonly message?: string };
}

/** Asks for a job; answers it, or why there is none. */
async function ask(path: string, init: RequestInit = {}): Promise<ImportJob | string> {
  try {
    const response = await fetch(path, init);
    if (response.status === 401) location.assign(paths.login(location.pathname + location.search));
    const { data, error } = (await response.json()) as Answer;
    return data ?? error?.message ?? NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
}

/** The job that the address of the page names; null where it names none. */
const jobInAddress = () => new URLSearchParams(location.search).get("job");

/** Puts a job into the address, so that a reload and a bookmark find it again. */
const showInAddress = (job: string | null) => history.replaceState(null, "", paths.admin.import(job));

/** A file on its way into the database: checked at first, imported when the person says so. One job at a time. */
export function useImport(onDone: () => void) {
  const [job, setJob] = useState<ImportJob | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = useRef({ sent: "", key: "" });
  const isRunning = job !== null && !isEnded(job.state);

  const take = useCallback((answer: ImportJob | string) => {
    setTrouble(typeof answer === "string" ? answer : null);
    if (typeof answer !== "string") setJob(answer);
  }, []);

  const start = useCallback(
    async (mode: "dry-run" | "import", file: File, choices: ImportChoices) => {
      const body = new FormData();
      body.set("mode", mode);
      for (const name of ["numberFormat", "sheet", "status", "cause", "reason"] as const) body.set(name, choices[name]);
      body.set("mapping", JSON.stringify(Object.entries(choices.mapping)));
      body.set("file", file);
      const headers: Record<string, string> = { prefer: "respond-async" };
      if (mode === "import") {
        // The same try of the same thing has the same key, so that a second click does nothing more.
        const sent = JSON.stringify([file.name, file.size, file.lastModified, choices]);
        if (attempt.current.sent !== sent) attempt.current = { sent, key: crypto.randomUUID() };
        headers["idempotency-key"] = attempt.current.key;
      }
      const answer = await ask(paths.api.imports(), { method: "POST", headers, body });
      take(answer);
      if (typeof answer !== "string") showInAddress(answer.id);
    },
    [take],
  );

  const cancel = useCallback(async () => {
    if (job !== null) take(await ask(paths.api.import(job.id), { method: "DELETE" }));
  }, [job, take]);

  const forget = useCallback(() => {
    attempt.current = { sent: "", key: "" };
    setJob(null);
    setTrouble(null);
    showInAddress(null);
  }, []);

  useEffect(() => {
    const begun = jobInAddress();
    if (begun !== null)
      void ask(paths.api.import(begun)).then((found) => take(typeof found === "string" ? GONE : found));
  }, [take]);

  const id = job?.id;
  useEffect(() => {
    if (!isRunning || id === undefined) return;
    const timer = setInterval(async () => take(await ask(paths.api.import(id))), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning, id, take]);

  const isDone = job?.state === "done";
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);

  return { job, trouble, isRunning, start, cancel, forget };
}
