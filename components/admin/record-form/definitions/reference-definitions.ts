import type { Definition } from "@/components/admin/record-form/definitions/field";
import {
  address,
  choice,
  date,
  line,
  record,
  text,
  whole,
} from "@/components/admin/record-form/definitions/field-makers";
import { LEVELS, METRIC_KINDS, SOURCE_KINDS } from "@/components/ui/labels";
import type { ChoiceResource } from "@/lib/figures/figure-choices";

const isOptional = true;

const UNIT_HINTS: Readonly<Record<string, string>> = {
  count: "The counted noun in the plural, such as companies",
  money: "ISO 4217 code, such as CNY",
  rate: "Such as percent or points",
  duration: "Such as hours or years",
  index: "Such as points",
};

const LANGUAGE_NAMES = new Intl.DisplayNames(["en-GB"], { type: "language" });

/** The name of a language by its ISO 639-1 code; undefined for what is none. */
function languageName(code: unknown): string | undefined {
  return typeof code === "string" && /^[a-z]{2}$/.test(code) ? LANGUAGE_NAMES.of(code) : undefined;
}

const METRIC_FORM: Definition = {
  keyField: null,
  initial: { kind: "count", higherIs: "neither" },
  parts: [
    {
      heading: null,
      rows: [
        [line("name", "Name", { hint: "A noun phrase: “Companies attracted”" })],
        [text("definition", "Definition", 3, { hint: "One sentence: what counts, what does not" })],
        [record("topic", "Topic", "topics", { isAddable: true })],
      ],
    },
    {
      heading: "Unit",
      rows: [
        [
          choice("kind", "Kind", METRIC_KINDS),
          line("unit", "Unit", {
            hintFor: ({ kind }) => UNIT_HINTS[String(kind)] ?? "",
            isAsked: ({ kind }) => kind !== "share",
            unasked: "percent",
          }),
          line("shareOf", "Share of what", { isOptional, hint: "“GDP”", isAsked: ({ kind }) => kind === "share" }),
          line("counted", "What is counted", {
            isOptional,
            hint: "Where the unit does not say it all: “experts”",
          }),
        ],
      ],
    },
    {
      heading: "How it is read",
      within: "folded",
      rows: [
        [
          choice(
            "accumulation",
            "How it adds up",
            { stock: "Stock: as it stands on a day", flow: "Flow: over a period", ratio: "Ratio: neither" },
            { isOptional, none: "Not known" },
          ),
          choice("higherIs", "A higher number is", { better: "Better", worse: "Worse", neither: "Not for us to say" }),
          whole("shelfLifeMonths", "Months until a figure is old", {
            isOptional,
            hint: "Empty: figures of it do not age",
          }),
        ],
      ],
    },
  ],
};

const REGION_FORM: Definition = {
  keyField: "code",
  initial: { level: "city" },
  parts: [
    {
      heading: null,
      rows: [
        [line("name", "Name", { hint: "In English" }), line("nameLocal", "Name in the local script", { isOptional })],
        [
          choice("level", "Level", LEVELS),
          record("parent", "Lies in", "regions", {
            isOptional,
            isAsked: ({ level, parent }) => level !== "country" || typeof parent === "string",
          }),
        ],
        [
          line("code", "Code", {
            hint: "ISO 3166, such as CN or CN-GZ; below that, the code of what it lies in, a dash and a short name: CN-GZ-guiyang. It stands in addresses and never changes",
          }),
        ],
      ],
    },
  ],
};

const ORGANISATION_FORM: Definition = {
  keyField: null,
  initial: {},
  parts: [{ heading: null, rows: [[line("name", "Name", { hint: "As sources write it" })]] }],
};

const TOPIC_FORM: Definition = {
  keyField: null,
  initial: { position: 0 },
  parts: [
    { heading: null, rows: [[line("name", "Name", { hint: "Shown as a heading" })]] },
    {
      heading: null,
      within: "left out",
      rows: [[whole("position", "Place among the topics", { offset: 1, hint: "1 is the first" })]],
    },
  ],
};

const SOURCE_FORM: Definition = {
  keyField: null,
  initial: { kind: "news", language: "en" },
  parts: [
    {
      heading: null,
      rows: [
        [address("url", "Address", { hint: "Of the original page, or a DOI; what it tells fills in" })],
        [line("title", "Title", { hint: "As the page has it, in its own language" })],
        [
          line("publisher", "Publisher", { hint: "Who republished it, in brackets" }),
          line("authors", "By-line", { isOptional, hint: "Several: “A. One; B. Two”" }),
        ],
        [
          date("published", "Published", {
            isOptional,
            hint: "As precise as it is known: 2019, Feb 2019, 28 Feb 2019",
          }),
          choice("kind", "Kind", SOURCE_KINDS),
          line("language", "Language", { hintFor: ({ language }) => languageName(language) ?? "Two letters: en, zh" }),
        ],
      ],
    },
    {
      heading: "Archived copy",
      within: "folded",
      rows: [
        [
          line("archiveUrl", "Address of the copy", {
            mode: "url",
            isOptional,
            hint: "Such as one in the Wayback Machine",
          }),
        ],
        [
          date("archivedAt", "Copied on", { isOptional, hint: "The day: 1 March 2019" }),
          date("accessed", "Last read on", { isOptional }),
        ],
      ],
    },
    {
      heading: "More",
      within: "folded",
      rows: [
        [line("licence", "Licence", { isOptional, hint: "As the page states it" })],
        [
          text("note", "Note", 3, {
            isOptional,
            hint: "Doubts about date, title or standing of the page; readers see it",
          }),
        ],
      ],
    },
  ],
};

/** Forms of the records that can be made together with another one, as part of its form. */
export const REFERENCES: Readonly<Record<ChoiceResource, Definition>> = {
  metrics: METRIC_FORM,
  regions: REGION_FORM,
  organisations: ORGANISATION_FORM,
  topics: TOPIC_FORM,
  sources: SOURCE_FORM,
};
