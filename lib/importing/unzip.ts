import { fileProblem, LIMITS, UnreadableFile } from "@/lib/importing/problem";

/** A file inside a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

const MOST_ENTRIES = 1000;
const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The files of a ZIP archive (PKWARE APPNOTE 6.3.10, stored or deflated), found by its directory and not unpacked yet. Throws
 * UnreadableFile for what is no such archive, is encrypted, split or in the 64-bit form, or has more than a thousand files.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw unreadable(413, "too_many_files", "The workbook has more parts than any spreadsheet");
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  try {
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== DIRECTORY) throw broken();
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      const packedSize = view.getUint32(at + 20, true);
      const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
      const local = view.getUint32(at + 42, true);
      if ((flags & 1) !== 0) throw unreadable(422, "encrypted", "The workbook has a password: save it without one");
      if (method !== 0 && method !== 8) throw broken();
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      if (view.getUint32(local, true) !== LOCAL) throw broken();
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (from + packedSize > bytes.length) throw broken();
      entries.push({ name, method, packed: bytes.subarray(from, from + packedSize) });
      at += 46 + nameLength + extraLength + commentLength;
    }
  } catch (error) {
    throw error instanceof RangeError ? broken() : error;
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw broken();
}

/** What a file of an archive holds, piece by piece. What directories claim about sizes is not believed: `budget` counts what really comes out. */
export async function* unpacked(entry: ZipEntry, budget: UnpackBudget): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.method === 0) {
    budget.spend(entry.packed.length);
    yield entry.packed;
    return;
  }
  const pieces = new Blob([entry.packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  try {
    for await (const piece of pieces as unknown as AsyncIterable<Uint8Array>) {
      budget.spend(piece.length);
      yield piece;
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken();
  }
}

/** Counts unpacked bytes and throws UnreadableFile beyond LIMITS.unpackedBytes. */
export class UnpackBudget {
  #left: number = LIMITS.unpackedBytes;
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) {
      const most = LIMITS.unpackedBytes / 1024 / 1024;
      throw unreadable(413, "too_large", `The workbook unpacks to more than ${most} MB: split it, or save it as CSV`);
    }
  }
}

function broken(): UnreadableFile {
  return unreadable(422, "not_a_workbook", "This is no whole Excel workbook (.xlsx): save it again, or save it as CSV");
}

function unreadable(status: 413 | 422, code: string, message: string): UnreadableFile {
  return new UnreadableFile(status, fileProblem(code, message));
}
