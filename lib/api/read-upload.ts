import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { getParsed } from "@/lib/api/requests";
import { readBytes } from "@/lib/http/read-json";
import { BODY_BYTES } from "@/lib/schemas/body-limits";
import { DomainError } from "@/lib/schemas/domain-error";
import { importInput } from "@/lib/schemas/imports";
import { issuesOf } from "@/lib/schemas/resources";

/** A file that was sent, and what is asked of its import. */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly input: z.output<typeof importInput>;
  /** SHA-256 of all of it. */
  readonly hash: string;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Types under which browsers and scripts send CSV; they differ by system. */
const RAW =
  /^(?:text\/(?:csv|plain|tab-separated-values)|application\/(?:csv|vnd\.ms-excel|octet-stream))\s*(?:;.*)?$/i;

/**
 * Reads an import: a form with a "file", or the file itself with the rest in the address. 413 as soon as it is too long, 415 for
 * other types and compressed bodies, 400 for a broken form, 422 for what is asked.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  const isForm = /^multipart\/form-data\s*;/i.test(type);
  if (!isForm && !RAW.test(type) && !type.toLowerCase().startsWith(XLSX)) {
    throw new DomainError(415, "not_a_table", "Send CSV (Content-Type: text/csv) or an Excel workbook (.xlsx).");
  }
  const body = await readBytes(request, BODY_BYTES.table + (isForm ? BODY_BYTES.fields : 0));
  const { bytes, said } = isForm
    ? await readForm(body, type)
    : { bytes: body, said: Object.fromEntries(new URL(request.url).searchParams) };
  if (bytes.length === 0) throw new DomainError(400, "empty", "The file is empty: choose another.");
  if (bytes.length > BODY_BYTES.table) {
    throw new DomainError(413, "too_long", `A file has at most ${BODY_BYTES.table / 1024 / 1024} MB: split it.`);
  }
  const parsed = importInput.safeParse(said);
  const input = getParsed(
    parsed.success ? { ok: true, data: parsed.data } : { ok: false, issues: issuesOf(parsed.error) },
  );
  const hash = createHash("sha256").update(JSON.stringify(input)).update("\0").update(bytes).digest("hex");
  return { bytes, input, hash };
}

async function readForm(body: Uint8Array, type: string) {
  let form: FormData;
  try {
    form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { "content-type": type } }).formData();
  } catch {
    throw new DomainError(400, "broken_form", "The form cannot be read: send it again.");
  }
  const file = form.get("file");
  if (!(file instanceof File))
    throw new DomainError(400, "no_file", "The form has no file: send one under the name “file”.");
  const said: Record<string, unknown> = { name: file.name };
  for (const [name, value] of form) if (name !== "file") said[name] = value;
  return { bytes: new Uint8Array(await file.arrayBuffer()), said };
}
