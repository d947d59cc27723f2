import { answerAccount } from "@/lib/api/account-handlers";
import { errorResponse, jsonResponse } from "@/lib/http/responses";
import { listBackups, makeBackup } from "@/lib/jobs/backups";
import { paths } from "@/lib/paths";

/** Backups that were checked, newest first. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => jsonResponse(listBackups()));
}

/** Makes a backup: 201 when it has been opened and checked. */
export function POST(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => {
    const made = await makeBackup();
    if ("message" in made)
      return errorResponse(/disk is full/.test(made.message) ? 507 : 503, "no_backup", made.message);
    const row = listBackups().find(({ name }) => name === made.name);
    return jsonResponse(row, 201, { location: paths.api.backup(made.name) });
  });
}
