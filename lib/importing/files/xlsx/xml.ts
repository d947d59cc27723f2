import { SaxesParser } from "saxes";
import { broken } from "@/lib/importing/files/archive";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";

/** Told of each element as it begins and ends, by its name without prefix, and of text. */
export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads XML piece by piece, in time and memory in proportion to it; comes back after each piece; nothing where there is none. `most` is how many bytes may come until
 * `whole` is called, which says that what came before is done with. Throws UnreadableFile beyond that and for broken XML.
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  makeReader: (whole: () => void) => XmlReader,
): AsyncGenerator<void, void, undefined> {
  let waiting = 0;
  const reader = makeReader(() => {
    waiting = 0;
  });
  const parser = new SaxesParser();
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("error", () => {
    throw broken();
  });
  parser.on("opentag", ({ name, attributes }) => reader.open?.(bare(name), attributes));
  parser.on("closetag", ({ name }) => reader.close?.(bare(name)));
  parser.on("text", (text) => reader.text?.(text));
  parser.on("cdata", (text) => reader.text?.(text));
  const decoder = new TextDecoder();
  let isThere = false;
  for await (const piece of pieces) {
    isThere = true;
    waiting += piece.length;
    parser.write(decoder.decode(piece, { stream: true }));
    if (waiting > most) throw new UnreadableFile(413, fileProblem("too_large", "A part of the workbook is too large"));
    yield;
  }
  // What breaks off is an error here.
  if (isThere) parser.write(decoder.decode()).close();
}

/** Reads a part to its end, for its reader alone. */
export async function readPart(pieces: AsyncIterable<Uint8Array>, most: number, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(pieces, most, () => reader));
}
