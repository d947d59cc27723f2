import "server-only";
import { randomUUID } from "node:crypto";
import { type StorageTrouble, storageTrouble } from "@/lib/data/storage-trouble";
import { type Reason, Refusal } from "@/lib/data/writing/refusal";
import { errorAnswer } from "@/lib/http/answers";
import { BadRequest } from "@/lib/http/bad-request";
import { versionTag } from "@/lib/http/preconditions";

/** The answer to whatever a handler throws: what was refused, why the database could not write, else 500 with a number for the log. */
export function answerError(error: unknown): Response {
  if (error instanceof BadRequest) return error.response;
  if (error instanceof Refusal) return answerRefusal(error.reason);
  const trouble = storageTrouble(error);
  if (trouble !== null) return answerTrouble(trouble);
  const id = randomUUID();
  console.error(
    JSON.stringify({
      error: "internal",
      id,
      detail: String(error instanceof Error ? error.stack : error).slice(0, 2000),
    }),
  );
  const message = "This is a fault of the program. Nothing was saved; tell the people who run the site this number.";
  return errorAnswer(500, "internal", `${message} (${id})`, { beside: { id } });
}

function answerRefusal(reason: Reason): Response {
  switch (reason.kind) {
    case "invalid": {
      const [first] = reason.issues;
      const message =
        reason.issues.length === 1 && first
          ? first.message
          : `Nothing was saved: ${reason.issues.length} things are wrong.`;
      const code = first?.path === "" ? first.code : "invalid";
      return errorAnswer(422, code, message, { issues: reason.issues });
    }
    case "unknown":
      return notFound();
    case "stale":
      return errorAnswer(412, "stale", "Somebody saved this first: look at their version, then save on top of it.", {
        beside: { current: reason.current, differing: reason.differing },
        headers: { etag: versionTag(reason.current.version) },
      });
    case "stale_rows":
      return errorAnswer(
        412,
        "stale",
        "Somebody saved some of these first: load the list again. Nothing was changed.",
        {
          issues: reason.keys.map((key) => ({ path: key, code: "stale", message: "Somebody saved this first" })),
        },
      );
    case "affects":
      return answerAffected(reason);
    case "conflict":
      return errorAnswer(409, reason.code, reason.message, {
        issues: reason.issues,
        headers: reason.code === "running" ? { "retry-after": "1" } : {},
      });
  }
}

/** 422 where a phrase states another unit, else 409: the change may be made by whoever has seen the list and says why. */
function answerAffected({ count, contradicted, isReasonMissing, figures }: Extract<Reason, { kind: "affects" }>) {
  const beside = { affected: { count, contradicted, figures } };
  if (contradicted > 0) {
    const some = contradicted === 1 ? "1 figure quotes" : `${contradicted} figures quote`;
    const message = `${some} another unit in the words of the source: add a new metric for this one instead`;
    return errorAnswer(422, "other_unit", message, { issues: [{ path: "unit", code: "other_unit", message }], beside });
  }
  const figuresText = count === 1 ? "1 figure says" : `${count} figures say`;
  const message = `${figuresText} something else by this: look at the list, then send affectedFigures ${count} and a reason`;
  const issues = [
    { path: "affectedFigures", code: "unconfirmed", message },
    ...(isReasonMissing ? [{ path: "reason", code: "missing", message: "Say why; readers will see it" }] : []),
  ];
  return errorAnswer(409, "changes_figures", message, { issues, beside });
}

/** 404 for what does not exist, and for what may not be known. */
export function notFound(): Response {
  return errorAnswer(404, "not_found", "There is nothing here: check the address.");
}

function answerTrouble(trouble: StorageTrouble): Response {
  switch (trouble) {
    case "busy":
      return errorAnswer(503, "busy", "The database is busy. Nothing was saved; try again.", {
        headers: { "retry-after": "2" },
      });
    case "read-only":
      return errorAnswer(503, "read_only", "The database cannot be written at present. Nothing was saved.", {
        headers: { "retry-after": "60" },
      });
    case "moved":
      return errorAnswer(
        503,
        "database_moved",
        "The database file was moved or replaced while the site ran. Nothing was saved; tell the people who run the site to start it again.",
        { headers: { "retry-after": "60" } },
      );
    case "full":
      return errorAnswer(507, "full", "The disk is full. Nothing was saved; tell the people who run the site.");
  }
}
