/** Regions of NUTS (2016 to 2024) that are subdivisions of ISO 3166-2, too: codes behind that of the country in both. The rest of NUTS has none. */
const SAME: Readonly<Record<string, string>> = {
  AT: "11=1 12=3 13=9 21=2 22=6 31=4 32=5 33=7 34=8",
  BE: "1=BRU 2=VLG 3=WAL 10=BRU 21=VAN 22=VLI 23=VOV 24=VBR 25=VWV 31=WBR 32=WHT 33=WLG 34=WLX 35=WNA",
  CZ: "01=10 010=10 02=20 020=20 031=31 032=32 041=41 042=42 051=51 052=52 053=53 063=63 064=64 071=71 072=72 080=80",
  DE: "1=BW 2=BY 3=BE 4=BB 5=HB 6=HH 7=HE 8=MV 9=NI A=NW B=RP C=SL D=SN E=ST F=SH G=TH 30=BE 40=BB 50=HB 60=HH 80=MV C0=SL E0=ST F0=SH G0=TH",
  DK: "01=84 02=85 03=83 04=82 05=81",
  ES: "11=GA 12=AS 13=CB 21=PV 22=NC 23=RI 24=AR 3=MD 30=MD 41=CL 42=CM 43=EX 51=CT 52=VC 53=IB 61=AN 62=MC 63=CE 64=ML 7=CN 70=CN",
  FR: "1=IDF 10=IDF B=CVL B0=CVL C=BFC D=NOR E=HDF F=GES G=PDL G0=PDL H=BRE H0=BRE I=NAQ J=OCC K=ARA L=PAC L0=PAC M=20R M0=20R",
  IT: "C1=21 C2=23 C3=42 C4=25 F1=65 F2=67 F3=72 F4=75 F5=77 F6=78 G1=82 G2=88 H3=34 H4=36 H5=45 I1=52 I2=55 I3=57 I4=62",
  NL: "11=GR 12=FR 13=DR 21=OV 22=GE 23=FL 31=UT 32=NH 33=ZH 34=ZE 35=UT 36=ZH 41=NB 42=LI",
  PL: "21=12 22=24 41=30 42=32 43=08 51=02 52=16 61=04 62=28 63=22 71=10 72=26 81=06 82=18 84=20 9=14",
  SK: "01=BL 010=BL 021=TA 022=TC 023=NI 031=ZI 032=BC 041=PV 042=KI",
};

/** Countries that are one region: LU0, LU00. */
const WHOLE =
  /^(AL|CH|CY|CZ|DK|EE|HR|IE|IS|LI|LT|LU|LV|ME|MK|MT|NO|SI|SK)0$|^(CY|EE|IS|LI|LU|LV|ME|MK|MT)00$|^(CY|LI|LU|ME)000$/;

/** Codes of ISO 3166-2 by those of NUTS. */
export const NUTS_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(SAME).flatMap(([country, pairs]) =>
    pairs.split(" ").map((pair): [string, string] => {
      const [nuts, iso] = pair.split("=");
      return [`${country}${nuts}`, `${country}-${iso}`];
    }),
  ),
);

/** The country (alpha-2) that a code of NUTS stands for as a whole; null for any other. */
export function wholeCountry(nuts: string): string | null {
  return (
    WHOLE.exec(nuts)
      ?.slice(1)
      .find((country) => country !== undefined) ?? null
  );
}
