import type { Metadata } from "next";
import { BackupPage } from "@/components/admin/backup/backup-page";
import { requirePerson } from "@/lib/auth/authorize";
import { listBackups, onlyOfServer } from "@/lib/jobs/backups";

export const metadata: Metadata = { title: "Backup" };

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
const SIZE = new Intl.NumberFormat("en-GB", { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });

export default async function Page() {
  await requirePerson("administer");
  const backups = listBackups().map(({ name, bytes, at }) => ({
    name,
    when: `${WHEN.format(new Date(at))} UTC`,
    size: SIZE.format(bytes / 1_000_000),
  }));
  return <BackupPage backups={backups} server={onlyOfServer()} />;
}
