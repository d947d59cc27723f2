/** Runs of characters that the fonts of pictures have (server/pictures/fonts), hexadecimal, but for those of HAN; a test reads the fonts. */
const RUNS = `
0020-007e 00a0-01c3 01c5-024f 02bb 02bc 02c6 02c7 02c9-02cb 02d9 02da 02dc 0374-0376 037a-037f 0384-038a 038c
038e-03a1 03a3-03d7 03d9 03db-03dd 03e1 03f0-03f6 03f9 03fa 03fc-045f 1e00-1e9b 1e9d-1eff 2009 200a 2010-2016
2018-201e 2020-2022 2025 2026 202f 2030 2032 2033 2035 2039-203b 2070 2071 2074-2079 2080-2089 20a0-20af
20b1-20b5 20b8-20ba 20bc-20bf 2103 2105 2109 2116 2122 2160-216b 2190-2193 2196-2199 2208 220b 220f 2211 2212
221a 221d-2220 2223 2225 2227-222b 222e 2234-2237 223d 2245 2248 224c 2260 2261 2264-2267 226e 226f 2299 22a5
22bf 2312 2460-2469 2474-249b 2500-254b 2550 255e 2561 256a 256d-2574 2581-258f 2594 2595 25a0 25a1 25b2 25b3
25bc 25bd 25c6 25c7 25cb 25ce 25cf 25e2-25e5 2605 2606 2609 2640-2642 3000-3003 3005 3008-3017 301d 301e
3021-3029 3041-3093 309d 309e 30a1-30f6 30fb 30fe 3105-3129 3220-3229 32a3 338e 338f 339c-339e 33a1 33c4 33ce
33d1 33d2 33d5 fe30 fe31 fe33-fe44 fe49-fe50 fe52 fe54-fe57 fe59-fe66 fe69-fe6b ff01-ff5e ff64 ffe0 ffe1 ffe3
ffe5`;

/** Which of the characters from U+4E00 to U+9FFF they have: a bit for each, in base64. */
const HAN = `
i397//Q9Ve+o+13zQwILQET7Ps/3eyyM/2764zod7agC7qPP9YxVNcjhu/+5knncWKvSKOnX4IA8xIP1S+cKRUG6VpdqfwBUiNMgFCCw8OwhIUIHrLOsTKDA
YgTgcioK9Qs1gQIEjJn7O/Z+rnv7Oyc35ho1nO840boCOBOoa7/PZcYvMW/Jr498U3iihrSgjicL6A8/DsiKCuXrXAApz2Gh4SZLxALOu8f+1N/Ku490OiCl
bGNEiA4/0ot9/+87Wv/v6Mv7fltNTf0bVAHuOVXYdS7Yvxqp1/O/9uJnDLTCghMIndSL0VqG4dD6dOBZn48St4Bcrmrwcl60+p3sYEPz0cmY8leKAHCYEzSf
UhvhwCkAKMHQEAcXkuwXLDPmWC9MkQj3CU6F9IP8U6/IGHwYDAjfahQBDMg0pxGgkCflLiJiE4QzABA8lkUkOCBiKwYM1kBDCFCiQCrDFNpJJpSgcJa17pJX
lsvzBaVmWCPeJcxiOM8MSmAsnzVoFQCK+hMKmSkCVhBDBiAExATwhAAABAyABCxxBhLUEUsKIggAG8AgEASVAQkAu798Hiulu5uof39MeeP0EA3g9lthn9Lv
cjW0EJL/Z+8jc3/RAoYGMdMfDjqqoRIIBAJyJVEozkDSStRiEGCAHAEpAJoQAJQAECIAAIA1ICJUaObLnmBukXO/4GjKOT0QsMgOCFz/0Yz71uEo6EMWB06s
DRXYxB+NvonhpqIWQVXtI3Y+i5q3H6dTA3egMniyxyOTbCLpf+R0OuOPIJhOKCUmvL9JvzgyVKxJuXY54AwitcP7Ww5D4ySc2QiQwJB9IqWMSeFQBEwTJJBb
xECELxYASADk1UH95402VN3gi3seCcj+SdJRBu6NNxkiuvR/3Z/s89rwhkNC7D+NBGZs+iHAjmvGDJ3XRQuvd5lVUeJFTAtmVKNnuNlYQzRQ5PIFFsGAogAP
tAFvRjR6rd23bJVFVTCXTEGCFDM43HDLIJPya0wYtQGMGKuasrqBMnrYxADl88MEzdQ4orGhclAumvzkUsHRRJQzwiGESRJD0AJAOkESndMJL7GowP0yJE3T
y9Ajp6/Qkgqpdayt+QEagB93JZI7oKHfyiECBoxzf1c7AP8L0IBugJigxqErABUqpIWJQCceImgFgBEgEaIEBJhsSWmiE9UjMBnIaZIICnwZiAEhDKAmBIrD
CoUiZ5AJAYsmCAJSEUCTEA3aCAkMAAgsIBAADBAEQQCfAIRmyFIBkv4EhJveLkwNEsS8lGeo/A4CnCgi4KF7j97fPWHHZrH6EwdVZm6zXYv6fg77Mhb5WC/N
632SWIROoE5ue+rtHlZp1pATpFc66NvPJJHxGEZnU12qHiB00y57uhRFGGRYiYjKBMBogkGxpIzWPLaYusR3k5TCRoI4AB2+TsHAKBLZVeAVFVFzgBDTAFoC
DwImyRPaA0RAiiKtCAElQgCQAkEYuGHxIUZ0MhD4ij8PhQCL0LuAIgAGaRdCgEMAYFZAUvBTDCUQhBSDAREqQhhDNZLhcBBbQCABKAA14+/AMUSrx8I05hOs
RIiEsNEDH2GFQgPznz8KROh6Jl7SwzBghQABsaVN0UpCiCTLjQwFpwNCoWYEQGimAQxk1XmUAgCg3himwUCLSAHRyAMBpACEVFRdwtCAELAql2S7r20h2RA+
ZAxVg8iM1qY/2D9zvCd0S90NH5YrPqmL9y451U0wVNEu2gZ51ElKBhBAF4Rs5dfZusQWU5IrAIZFo+BVi4ADXG4dAOKxeAbApTYpuIAgiBys+kjhBzLWteky
lV+pUOUgAPyAkIByip2qAh9WIg4xBoCRlAQiQAhCUBwQXMMD6fyloYCFM+QABMBECu5LKyaB2KoBKW1pkNQJQIq6QXiCAAcK0YdbIeaxYfcIhLAMQMJpoECm
WI0ySnFdClXgulcthUCmSrGosTDHPxIB0xIKLnNGglCAuELAygyA4QswAYA5UBw4AAKm8TRELnKideDyhYEBSfUusR6HyA8SXQAhSEZBjwICgApQRXA37YAE
BGcJkxQKAAcDaAjIturqATRGAi4IMgSQWJj/v+/n//+//+/v//3/+/6///9/JTQRs4UGR7dCIl0Q5JKDRbMiVDSBY0ILGns49xPlB+qpTDxURQCGz+D5Gki9
N+6W9F9wwH6yv181ZOdfRRiaR0NAXTsG4Wob/wWFAj1JBwjsT7YAhaw1GFz3NxXYDr37S5CKAIdAwZ/mFO2Gs3r/m2uS/b7Z+4iSCv7TshyAuX4XyYYX3Pv/
gDlgRkxZhQ/fN6OUULEjhhcj2vwCMfARIjFAAoIeSjrqBYRbgVICgBS3Uy5LoGlQAZBAEJqEKjiAPwgHQEIQJxROsIQSGFDHgQYCoikwMAaAjuAMwgSAIgCR
AOAz3IRYAv4HPCgwmJdzBNHOE8sQYh9LzSesVS5CksiAU6gCeUFReSwpiMAEuSgsQQ0OCCHUBEooJHiIDgBGGjEwmCo+W4XiNilEUBQoghBmRjSzPoEbc4QE
LQ4iDFUpEgBAwFGUBIhKiEgQQBQEJPffV1RoiBgRjdXrqSwkUlxCAXFITXsPGqA2KkX7BUWSlCpEGMBoylWXRIEqQRkAAkLCAJdAmJEgAQRMFP/v/fd///7/
//v////9/7////+AwlMxBAY8CAckNhhhh5/cub8FDlBfNBA9IKXI6P7//////3l/3yj5ADIMMoIIATrVWNjC7FqdqD8glhHgDt4yJpcPJoJYslWUpq4bUAKc
BAQB/BSIAAAAWQgGPPhghgjJNGIQgML7///+7/vfSOtHYvZBO/t0b5knf6737k/gZlmW7L97LWO0tZ+NqypO1HtPusSLOMapMGEUAoRDjKATAkj/hWQ+1vfj
qDoHXAz8MgTj/oMzyCIgAIAiM0AIAJDjISqCDBAAEBkhQEoRAFGMGKIBBAAQBAEREAAhB0fJSEAALBAMIBQhQASE0AUEUAkACCXCsRYBACAIAAABAEgsRRAA
BgAZDIXw4P+9/v////9/f+f7v///9////+9+//ff9/bf+/6/z4ANyh4BOiMCCEAdcRAG7/9/f//3tgZUfrj1OzHpnhf9IXDtsRuABVt78/5kWg2HzErT40pQ
kCQFYxQBTFpnA1gQIKgWAUmoFABKGggQwD5oim4VjxESKIELQPAISaCI4///t9v994FKFBBALs+EpxRwKDYNTQJBIOAgArZQqP/3tPOt/wMgcRoAAgAnqgQg
AoACQEACAAihQCkgoIwk9Pv/953P/b+BwxUnmF6BQugACkihCISsgQYYvuMSBQCAgAAAAAIAAGwAAAEHQAiAAQAgACAIACAgAkgAAtCAAACAkeZpN9z/a/89
+Pz58yQCWABIAiQISAEAiAAAAiADFAQAAAIAAACAEAEEAIgAIAAABgAAAMxvv+7n/t+iXdg/K/KECYygYAIweRjyEvmlh5BagGipAgWQkGoQDAeQyhSEgPk/
EZ4BAAAAAAAAAAAAAAA=`;
const FIRST_HAN = 0x4e00;

/** What is not seen where it is drawn: spaces, and characters that only steer others. */
const UNSEEN = /[\p{Zs}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

interface Drawable {
  readonly runs: readonly (readonly [first: number, last: number])[];
  readonly han: Uint8Array;
}

let drawable: Drawable | null = null;

function read(): Drawable {
  const runs = RUNS.trim()
    .split(/\s+/)
    .map((run) => {
      const [first = 0, last = first] = run.split("-").map((code) => Number.parseInt(code, 16));
      return [first, last] as const;
    });
  return { runs, han: Uint8Array.from(atob(HAN.replaceAll("\n", "")), (byte) => byte.charCodeAt(0)) };
}

/** Whether the fonts of pictures have a character, or nothing of it is seen. */
export function isDrawn(character: string): boolean {
  drawable ??= read();
  const code = character.codePointAt(0) ?? 0;
  const at = code - FIRST_HAN;
  if (at >= 0 && at < drawable.han.length * 8) return (((drawable.han[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
  return drawable.runs.some(([first, last]) => code >= first && code <= last) || UNSEEN.test(character);
}

/** Characters of a picture that its fonts do not have: how many there are of them, and each of them once. */
export interface Undrawn {
  readonly count: number;
  readonly characters: string;
}

/** Those of the texts that a picture (its markup) shows; what it only says to programs is not drawn. */
export function undrawnIn(svg: string): Undrawn {
  const drawn = svg.replace(/<(title|desc|style)>.*?<\/\1>/gsu, "");
  const found = [...drawn].filter((character) => character > "~" && !isDrawn(character));
  return { count: found.length, characters: [...new Set(found)].join("") };
}
