import type { Archive } from "@/lib/importing/files/archive";
import { readXml, type XmlReader } from "@/lib/importing/files/xlsx/xml";
import { fileProblem, UnreadableFile } from "@/lib/importing/problem";

/** Most texts of a workbook, and most characters of all of them: the memory of an import holds no more. */
const MOST_TEXTS = 1_000_000;
const MOST_CHARACTERS = 32 * 1024 * 1024;
/** Most bytes of one text with its marks. */
const MOST_BYTES = 2 * 1024 * 1024;

const RAISED = new Map([..."0123456789+-()n"].map((character, at) => [character, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"][at]]));

/** Text that stands raised, as characters that say so: a mark of a footnote never becomes a digit of the number before it. */
function raised(text: string): string {
  const characters = [...text].map((character) => RAISED.get(character));
  return characters.includes(undefined) ? `[${text}]` : characters.join("");
}

/**
 * Puts a text together from its runs as they are read (ECMA-376, 18.4): raised ones stay raised, those that are struck out say so, and what
 * tells how to speak them is left out.
 */
export class RichText {
  #text = "";
  #run = "";
  #isRaised = false;
  #isStruck = false;
  #isText = false;
  #isSpoken = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "r") {
      this.#isRaised = false;
      this.#isStruck = false;
    } else if (name === "strike") this.#isStruck = attributes.val !== "0" && attributes.val !== "false";
    else if (name === "rPh") this.#isSpoken = true;
    else if (name === "vertAlign")
      this.#isRaised = attributes.val === "superscript" || this.#isBehindDigit(attributes.val);
    else if (name === "t") this.#isText = !this.#isSpoken;
  }

  /** A lowered mark behind a digit is no digit of it; in H₂O it is part of a word. */
  #isBehindDigit(alignment: string | undefined): boolean {
    return alignment === "subscript" && /\d$/.test(this.#text);
  }

  add(text: string): void {
    if (this.#isText) this.#run += text;
  }

  close(name: string): void {
    if (name === "rPh") this.#isSpoken = false;
    if (name !== "t") return;
    this.#isText = false;
    const run = this.#run.trim();
    const isPlain = run === "" || !(this.#isRaised || this.#isStruck);
    this.#text += isPlain ? this.#run : this.#isStruck ? ` [${run} struck out] ` : raised(run);
    this.#run = "";
  }

  /** The text so far; the next one begins empty. */
  take(): string {
    // Characters that XML cannot hold are written as _x000D_ (18.4.12).
    const text = this.#text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    this.#text = "";
    this.#isRaised = false;
    this.#isStruck = false;
    return text;
  }
}

/** The texts that the cells of a workbook refer to by number. Throws UnreadableFile beyond a million of them or 32 million characters. */
export async function readSharedStrings(workbook: Archive, part: string): Promise<readonly string[]> {
  const texts: string[] = [];
  let characters = 0;
  const makeReader = (whole: () => void): XmlReader => {
    const rich = new RichText();
    return {
      open: (name, attributes) => rich.open(name, attributes),
      text: (text) => rich.add(text),
      close: (name) => {
        rich.close(name);
        if (name !== "si") return;
        const text = rich.take();
        characters += text.length;
        texts.push(text);
        whole();
        if (texts.length > MOST_TEXTS || characters > MOST_CHARACTERS) {
          const message = "The workbook has more text than an import holds: split it, or save it as CSV";
          throw new UnreadableFile(413, fileProblem("too_large", message));
        }
      },
    };
  };
  for await (const _ of readXml(workbook.read(part), MOST_BYTES, makeReader));
  return texts;
}
