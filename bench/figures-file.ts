/**
 * Reads every figure of a database as a file and drops it: rows a second and the memory that it takes.
 *
 *   DATABASE_URL=file:./data/many-figures.db npx tsx --conditions=react-server bench/figures-file.ts
 */
import { openFiguresFile } from "@/lib/data/public/figures-file";
import { figuresCsv } from "@/lib/exports/figures-csv";
import { figuresJson } from "@/lib/exports/figures-json";
import { parseFiguresFile } from "@/lib/schemas/figures-file";

for (const format of [figuresCsv, figuresJson]) {
  const asked = parseFiguresFile(new URLSearchParams());
  const file = asked.success ? await openFiguresFile(asked.data) : null;
  if (!file?.ok) throw new Error("The file cannot be read");
  const [from, before] = [performance.now(), process.memoryUsage().rss];
  let [bytes, rows, most] = [0, 0, 0];
  for await (const part of format(file.sets)) {
    bytes += part.length;
    rows += part.split("\n").length - 1;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - from) / 1000;
  console.log(
    `${format.name}: ${rows} lines, ${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} a second, ${Math.round((most - before) / 1e6)} MB more memory`,
  );
}
process.exit();
