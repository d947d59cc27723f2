/**
 * Reads every figure of a database as a file of each format and drops it: rows a second, of time and of CPU time, the memory that it takes, and how
 * long others had to wait at most.
 *
 *   DATABASE_URL=file:./data/many-figures.db npx tsx --conditions=react-server bench/figures-file.ts [csv json …]
 */
import { FILE_FORMATS } from "@/lib/api/file-formats";
import { openFiguresFile } from "@/lib/data/public/figures-file";
import { type FigureToExport, figureTable } from "@/lib/exports/figure-row";
import type { FileFormat } from "@/lib/paths";
import { parseFiguresFile } from "@/lib/schemas/figures-file";

const asked = process.argv.slice(2) as FileFormat[];
for (const format of asked.length > 0 ? asked : (Object.keys(FILE_FORMATS) as FileFormat[])) {
  const query = parseFiguresFile(new URLSearchParams());
  const file = query.success ? await openFiguresFile(query.data) : null;
  if (!file?.ok) throw new Error("The file cannot be read");
  let rows = 0;
  async function* counted(sets: AsyncGenerator<readonly FigureToExport[]>) {
    for await (const figures of sets) {
      rows += figures.length;
      yield figures;
    }
  }
  const about = { title: "Everything", page: file.site, retrieved: "2026-01-01", asOf: null, of: null };
  const table = figureTable({ site: file.site, disagreementOf: null });
  const [from, cpu, before] = [performance.now(), process.cpuUsage(), process.memoryUsage().rss];
  let [bytes, most, longest, last] = [0, 0, 0, performance.now()];
  // How late a timer is, is how long a request would have waited.
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  for await (const part of FILE_FORMATS[format].write({ sets: counted(file.sets), table, about, name: "everything" })) {
    bytes += part.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  clearInterval(timer);
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const inCpu = (user + system) / 1e6;
  console.log(
    `${format}: ${rows} rows, ${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second ` +
      `(${Math.round(rows / inCpu)} a second of CPU), ${Math.round((most - before) / 1e6)} MB more memory, others waited ${Math.round(longest)} ms at most`,
  );
}
process.exit();
