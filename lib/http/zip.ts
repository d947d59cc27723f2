import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file of an archive, of any length. */
interface ZippedFile {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** Half as small again would take twice as long. */
const LEVEL = 4;

/**
 * Files as a zip archive, part by part: each is read to its end before the next is asked for, and nothing is held whole. Where reading
 * fails, so does the archive, before its directory: half of one never opens as a whole. Who stops asking ends the reading.
 */
export async function* zipped(files: AsyncGenerator<ZippedFile>, mtime: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  let reading: Readable | null = null;
  const fill = async () => {
    for await (const { name, content } of files) {
      reading = Readable.from(content);
      zip.addReadStream(reading, name, { mtime, compressionLevel: LEVEL });
      await finished(reading);
    }
    zip.end();
  };
  const filling = fill().catch((error: Error) => void archive.destroy(error));
  zip.on("error", (error: Error) => archive.destroy(error));
  try {
    for await (const part of archive) yield part;
  } finally {
    (reading as Readable | null)?.destroy();
    await filling;
    await files.return(undefined);
  }
}
