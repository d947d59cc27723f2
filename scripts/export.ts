/** Writes everything as CSV into a folder: `npm run export -- folder`. The folder may be imported into an empty database. */
import { closeSync, mkdirSync, openSync, readdirSync, writeSync } from "node:fs";
import path from "node:path";
import { openClient } from "@/lib/data/db/client";
import { exportTables } from "@/lib/data/export/tables";
import { env } from "@/lib/env";
import { csvRows } from "@/lib/exports/csv-table";

async function exportTo(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`The folder ${folder} is not empty: name a new one`);
  const client = openClient(env().DATABASE_URL);
  const counts: string[] = [];
  try {
    for (const table of exportTables(client)) {
      const file = openSync(path.join(folder, `${table.name}.csv`), "w");
      try {
        writeSync(file, csvRows([table.columns]));
        let count = 0;
        for await (const rows of table.rows()) {
          writeSync(file, csvRows(rows));
          count += rows.length;
        }
        counts.push(`${count} ${table.name}`);
      } finally {
        closeSync(file);
      }
    }
  } finally {
    await client.$disconnect();
  }
  return `Exported to ${folder}: ${counts.join(", ")}`;
}

try {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error("Name a folder: npm run export -- folder");
  console.log(await exportTo(folder));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
