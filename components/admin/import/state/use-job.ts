"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiBody, type ApiRequest, ask, signInAgain } from "@/components/admin/api-client";
import type { Decisions } from "@/components/admin/import/state/decisions";
import { type ImportJob, isEnded } from "@/lib/importing/job";
import { paths } from "@/lib/paths";

type Mode = ImportJob["mode"];

const ASK_EVERY_MS = 300;
const NO_ANSWER = "The site could not be reached, or the file has changed since it was chosen. Choose it again.";

const GONE = "This import is not known any more. If it was finished, it stands in the list below.";

/** Asks for a job; answers it, or why there is none. */
async function askJob(request: ApiRequest): Promise<ImportJob | string> {
  const { status, body } = await ask<ApiBody<ImportJob>>(request);
  signInAgain(status);
  return body?.data ?? body?.detail ?? NO_ANSWER;
}

const askFor = (job: string) => askJob({ method: "GET", path: paths.api.import(job) });

/** The job that the address of the page names; null where it names none. */
export const jobInAddress = () => new URLSearchParams(location.search).get("job");

/** Puts a job into the address, so that a reload and a bookmark find it again. */
const showInAddress = (job: string | null) => history.replaceState(null, "", paths.admin.import(job));

/** A file on its way into the database: looked at, checked, imported when the person says so. One job at a time. */
export function useJob() {
  const [job, setJob] = useState<ImportJob | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = useRef({ sent: "", key: "" });
  const isSending = useRef(false);
  /** Counts what was asked for: an answer that comes after something else was begun is of no use. */
  const turn = useRef(0);
  /** What was asked for and has no answer yet. */
  const [starting, setStarting] = useState<Mode | null>(null);
  const isUnderWay = job !== null && !isEnded(job.state);

  const take = useCallback((answer: ImportJob | string) => {
    setTrouble(typeof answer === "string" ? answer : null);
    if (typeof answer !== "string") setJob(answer);
  }, []);

  const start = useCallback(
    async (mode: Mode, file: File, decisions: Decisions) => {
      const body = new FormData();
      body.set("mode", mode);
      body.set("recipe", JSON.stringify(decisions.recipe));
      body.set("skipRefused", String(decisions.skipsRefused));
      for (const name of ["status", "cause", "reason"] as const) body.set(name, decisions[name]);
      body.set("file", file);
      if (mode === "import") {
        // The second click of a double one.
        if (isSending.current) return;
        isSending.current = true;
        // The same try of the same thing has the same key, so that what was done is not done again.
        const sent = JSON.stringify([file.name, file.size, file.lastModified, decisions]);
        if (attempt.current.sent !== sent) attempt.current = { sent, key: crypto.randomUUID() };
      }
      const key = mode === "import" ? attempt.current.key : undefined;
      turn.current += 1;
      const own = turn.current;
      setStarting(mode);
      const answer = await askJob({ method: "POST", path: paths.api.imports(), body, attempt: key, isAsync: true });
      if (mode === "import") isSending.current = false;
      if (own !== turn.current) return;
      setStarting(null);
      take(answer);
      if (typeof answer !== "string" && mode !== "look") showInAddress(answer.id);
    },
    [take],
  );

  const cancel = useCallback(async () => {
    if (job !== null) take(await askJob({ method: "DELETE", path: paths.api.import(job.id) }));
  }, [job, take]);

  const forget = useCallback(() => {
    attempt.current = { sent: "", key: "" };
    turn.current += 1;
    setStarting(null);
    setJob(null);
    setTrouble(null);
    showInAddress(null);
  }, []);

  useEffect(() => {
    const begun = jobInAddress();
    if (begun === null) return;
    void askFor(begun).then((found) => {
      if (turn.current === 0) take(typeof found === "string" ? GONE : found);
    });
  }, [take]);

  const id = job?.id;
  useEffect(() => {
    if (!isUnderWay || id === undefined) return;
    let isWanted = true;
    const timer = setInterval(async () => {
      const answer = await askFor(id);
      if (isWanted) take(answer);
    }, ASK_EVERY_MS);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [isUnderWay, id, take]);

  /** What is done just now, from the click on; null for nothing. */
  const running = starting ?? (isUnderWay ? job.mode : null);
  return { job, trouble, running, start, cancel, forget };
}
