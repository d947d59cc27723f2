import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";

/** Most files in an archive. */
const MOST_PARTS = 1000;

/** Whether bytes begin as a ZIP archive does, which every .xlsx and .ods is. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** The files ("parts") of an archive, such as a workbook, unpacked when they are asked for. */
export class Archive {
  readonly #zip: ZipFile;
  readonly #parts: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, parts: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#parts = parts;
  }

  /** Reads the directory of an archive. Throws UnreadableFile for what is none, has a password or has more than a thousand files. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const zip = await fromBufferPromise(buffer, { lazyEntries: true });
      const parts = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw unreadable(422, "encrypted", "The file has a password: save it without one");
        parts.set(entry.fileName, entry);
        if (parts.size > MOST_PARTS)
          throw unreadable(
            413,
            "too_many_files",
            "The file holds more than a thousand others: choose the one with the table",
          );
      }
      return new Archive(zip, parts);
    } catch (error) {
      throw error instanceof UnreadableFile ? error : broken();
    }
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** Names of its files, folders aside. */
  names(): readonly string[] {
    return [...this.#parts.keys()].filter((name) => !name.endsWith("/"));
  }

  /** All of a part. Throws UnreadableFile beyond `most` bytes. */
  async whole(name: string, most: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.read(name, most)) pieces.push(piece);
    return new Uint8Array(Buffer.concat(pieces));
  }

  /**
   * What a part holds, piece by piece; nothing where there is none of that name. What comes out is counted, since what an archive says of
   * sizes may be untrue: throws UnreadableFile beyond `most` bytes.
   */
  async *read(name: string, most: number = LIMITS.unpackedBytes): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.#parts.get(name);
    if (entry === undefined) return;
    let left = most;
    try {
      const pieces = await this.#zip.openReadStreamPromise(entry);
      for await (const piece of pieces as AsyncIterable<Uint8Array>) {
        left -= piece.length;
        if (left < 0) throw tooLarge(most);
        yield piece;
      }
    } catch (error) {
      throw error instanceof UnreadableFile ? error : broken();
    }
  }
}

function tooLarge(most: number): UnreadableFile {
  const message = `The file unpacks to more than ${most / 1024 / 1024} MB: split it, or save it as CSV`;
  return unreadable(413, "too_large", message);
}

/** What is said of an archive that is not whole, or no workbook. */
export function broken(): UnreadableFile {
  return unreadable(422, "not_a_workbook", "This is no whole Excel workbook (.xlsx): save it again, or save it as CSV");
}

function unreadable(status: 413 | 422, code: string, message: string): UnreadableFile {
  return new UnreadableFile(status, fileProblem(code, message));
}
