import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import { answerAccount } from "@/lib/api/account-handlers";
import { notFound } from "@/lib/api/error-responses";
import { findBackup } from "@/lib/jobs/backups";

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

/** A backup as a file. It holds everything, accounts too, so it is for admins in a browser only and kept by no cache. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerAccount(request, "administer", async () => {
    const { file: name } = await params;
    const file = findBackup(name);
    if (file === null) return notFound();
    return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
      headers: {
        "content-type": name.endsWith(".db") ? "application/vnd.sqlite3" : "application/octet-stream",
        "content-length": String(statSync(file).size),
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  });
}
