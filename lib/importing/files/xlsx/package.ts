import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";

/** Most files in a workbook. */
const MOST_PARTS = 1000;

/** Whether bytes begin as a ZIP archive does, which every .xlsx is. */
export function looksLikeXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** The files ("parts") of a workbook, unpacked when they are asked for. */
export class WorkbookPackage {
  readonly #zip: ZipFile;
  readonly #parts: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, parts: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#parts = parts;
  }

  /** Reads the directory of an archive. Throws UnreadableFile for what is none, has a password or has more than a thousand files. */
  static async open(bytes: Uint8Array): Promise<WorkbookPackage> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const zip = await fromBufferPromise(buffer, { lazyEntries: true });
      const parts = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw unreadable(422, "encrypted", "The workbook has a password: save it without one");
        parts.set(entry.fileName, entry);
        if (parts.size > MOST_PARTS)
          throw unreadable(413, "too_many_files", "The workbook has more parts than any spreadsheet");
      }
      return new WorkbookPackage(zip, parts);
    } catch (error) {
      throw error instanceof UnreadableFile ? error : broken();
    }
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /**
   * What a part holds, piece by piece; nothing where there is none of that name. What comes out is counted, since what an archive says of
   * sizes may be untrue: throws UnreadableFile beyond LIMITS.unpackedBytes.
   */
  async *read(name: string): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = this.#parts.get(name);
    if (entry === undefined) return;
    let left: number = LIMITS.unpackedBytes;
    try {
      const pieces = await this.#zip.openReadStreamPromise(entry);
      for await (const piece of pieces as AsyncIterable<Uint8Array>) {
        left -= piece.length;
        if (left < 0) throw tooLarge();
        yield piece;
      }
    } catch (error) {
      throw error instanceof UnreadableFile ? error : broken();
    }
  }
}

function tooLarge(): UnreadableFile {
  const most = LIMITS.unpackedBytes / 1024 / 1024;
  return unreadable(413, "too_large", `The workbook unpacks to more than ${most} MB: split it, or save it as CSV`);
}

/** What is said of an archive that is no whole workbook. */
export function broken(): UnreadableFile {
  return unreadable(422, "not_a_workbook", "This is no whole Excel workbook (.xlsx): save it again, or save it as CSV");
}

function unreadable(status: 413 | 422, code: string, message: string): UnreadableFile {
  return new UnreadableFile(status, fileProblem(code, message));
}
