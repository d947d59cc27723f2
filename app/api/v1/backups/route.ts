import { answerAccount } from "@/lib/api/account-handlers";
import { dataAnswer, errorAnswer } from "@/lib/http/answers";
import { listBackups, makeBackup } from "@/lib/jobs/backups";
import { paths } from "@/lib/paths";

/** Backups that were checked, newest first. */
export function GET(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => dataAnswer(listBackups()));
}

/** Makes a backup: 201 when it has been opened and checked. */
export function POST(request: Request): Promise<Response> {
  return answerAccount(request, "administer", async () => {
    const made = await makeBackup();
    if ("message" in made) return errorAnswer(/disk is full/.test(made.message) ? 507 : 503, "no_backup", made.message);
    const row = listBackups().find(({ name }) => name === made.name);
    return dataAnswer(row, 201, { location: paths.api.backup(made.name) });
  });
}
