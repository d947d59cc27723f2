"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiBody, type ApiRequest, ask, signInAgain } from "@/components/admin/api-client";
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

/** Asks for a job; answers it, or why there is none. */
async function askJob(request: ApiRequest): Promise<ImportJob | string> {
  const { status, body } = await ask<ApiBody<ImportJob>>(request);
  signInAgain(status);
  return body?.data ?? body?.error?.message ?? NO_ANSWER;
}

const askFor = (job: string) => askJob({ method: "GET", path: paths.api.import(job) });

/** The job that the address of the page names; null where it names none. */
const jobInAddress = () => new URLSearchParams(location.search).get("job");

/** Puts a job into the address, so that a reload and a bookmark find it again. */
const showInAddress = (job: string | null) => history.replaceState(null, "", paths.admin.import(job));

/** A file on its way into the database: checked at first, imported when the person says so. One job at a time. */
export function useImport(onDone: () => void) {
  const [job, setJob] = useState<ImportJob | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = useRef({ sent: "", key: "" });
  const isSending = useRef(false);
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
      if (mode === "import") {
        // The second click of a double one.
        if (isSending.current) return;
        isSending.current = true;
        // The same try of the same thing has the same key, so that what was done is not done again.
        const sent = JSON.stringify([file.name, file.size, file.lastModified, choices]);
        if (attempt.current.sent !== sent) attempt.current = { sent, key: crypto.randomUUID() };
      }
      const key = mode === "import" ? attempt.current.key : undefined;
      const answer = await askJob({ method: "POST", path: paths.api.imports(), body, attempt: key, isAsync: true });
      if (mode === "import") isSending.current = false;
      take(answer);
      if (typeof answer !== "string") showInAddress(answer.id);
    },
    [take],
  );

  const cancel = useCallback(async () => {
    if (job !== null) take(await askJob({ method: "DELETE", path: paths.api.import(job.id) }));
  }, [job, take]);

  const forget = useCallback(() => {
    attempt.current = { sent: "", key: "" };
    setJob(null);
    setTrouble(null);
    showInAddress(null);
  }, []);

  useEffect(() => {
    const begun = jobInAddress();
    if (begun !== null) void askFor(begun).then((found) => take(typeof found === "string" ? GONE : found));
  }, [take]);

  const id = job?.id;
  useEffect(() => {
    if (!isRunning || id === undefined) return;
    const timer = setInterval(async () => take(await askFor(id)), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning, id, take]);

  const isDone = job?.state === "done";
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);

  return { job, trouble, isRunning, start, cancel, forget };
}
