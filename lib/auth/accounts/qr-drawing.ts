import "server-only";
import { encode } from "uqr";

/** A QR code (ISO 18004) to draw as an SVG: side length in modules, with the quiet zone, and the black ones as a path. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** Blank modules that readers need around the code. */
const QUIET_ZONE = 4;

/** The QR code of a text, with error correction M. */
export function drawQr(text: string): QrDrawing {
  const { size, data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const runs = data.flatMap((row, y) =>
    row.flatMap((isBlack, x) => {
      if (!isBlack || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`];
    }),
  );
  return { size, path: runs.join("") };
}
