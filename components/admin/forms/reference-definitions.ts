import type { ChoiceNoun, Definition } from "@/components/admin/forms/field";
import { LEVELS, METRIC_KINDS, SOURCE_KINDS } from "@/components/figures/labels";

const METRIC_FORM: Definition = {
  keyField: null,
  initial: { kind: "count", higherIs: "neither" },
  parts: [
    {
      heading: null,
      rows: [
        [{ kind: "line", name: "name", label: "Name", hint: "A noun phrase: “Companies attracted”" }],
        [
          {
            kind: "text",
            rows: 3,
            name: "definition",
            label: "Definition",
            hint: "One sentence: what counts, what does not",
          },
        ],
        [{ kind: "record", of: "topics", one: "topic", isAddable: true, name: "topic", label: "Topic" }],
      ],
    },
    {
      heading: "Unit",
      rows: [
        [
          { kind: "choice", choices: METRIC_KINDS, name: "kind", label: "Kind" },
          {
            kind: "line",
            name: "unit",
            label: "Unit",
            hint: "A currency code such as CNY, “points”, “hours”, or the counted noun in the plural: “companies”",
            isAsked: ({ kind }) => kind !== "share",
            unasked: "percent",
          },
          {
            kind: "line",
            name: "shareOf",
            label: "Share of what",
            isOptional: true,
            hint: "“GDP”",
            isAsked: ({ kind }) => kind === "share",
          },
          {
            kind: "line",
            name: "counted",
            label: "What is counted",
            isOptional: true,
            hint: "Where the unit does not say it all: “experts”",
          },
        ],
      ],
    },
    {
      heading: "How it is read",
      within: "folded",
      rows: [
        [
          {
            kind: "choice",
            choices: { stock: "Stock: as it stands on a day", flow: "Flow: over a period", ratio: "Ratio: neither" },
            none: "Not known",
            name: "accumulation",
            label: "How it adds up",
            isOptional: true,
          },
          {
            kind: "choice",
            choices: { better: "Better", worse: "Worse", neither: "Not for us to say" },
            name: "higherIs",
            label: "A higher number is",
          },
          {
            kind: "whole",
            name: "shelfLifeMonths",
            label: "Months until a figure is old",
            isOptional: true,
            hint: "Empty: figures of it do not age",
          },
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
        [
          { kind: "line", name: "name", label: "Name", hint: "In English" },
          { kind: "line", name: "nameLocal", label: "Name in the local script", isOptional: true },
        ],
        [
          { kind: "choice", choices: LEVELS, name: "level", label: "Level" },
          {
            kind: "record",
            of: "regions",
            one: "region",
            name: "parent",
            label: "Lies in",
            isOptional: true,
            isAsked: ({ level }) => level !== "country",
          },
        ],
        [
          {
            kind: "line",
            name: "code",
            label: "Code",
            hint: "ISO 3166, such as CN or CN-GZ; below that, the code of what it lies in, a dash and a short name: CN-GZ-guiyang. It stands in addresses and never changes",
          },
        ],
      ],
    },
  ],
};

const ORGANISATION_FORM: Definition = {
  keyField: null,
  initial: {},
  parts: [{ heading: null, rows: [[{ kind: "line", name: "name", label: "Name", hint: "As sources write it" }]] }],
};

const TOPIC_FORM: Definition = {
  keyField: null,
  initial: { position: 0 },
  parts: [
    {
      heading: null,
      rows: [[{ kind: "line", name: "name", label: "Name", hint: "Shown as a heading" }]],
    },
    {
      heading: null,
      within: "left out",
      rows: [[{ kind: "whole", offset: 1, name: "position", label: "Place among the topics", hint: "1 is the first" }]],
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
        [
          {
            kind: "address",
            name: "url",
            label: "Address",
            hint: "Of the original page, or a DOI; what it tells fills in",
          },
        ],
        [{ kind: "line", name: "title", label: "Title", hint: "As the page has it, in its own language" }],
        [
          { kind: "line", name: "publisher", label: "Publisher", hint: "Who republished it, in brackets" },
          { kind: "line", name: "authors", label: "By-line", isOptional: true, hint: "Several: “A. One; B. Two”" },
        ],
        [
          {
            kind: "date",
            name: "published",
            label: "Published",
            isOptional: true,
            hint: "As precise as it is known: 2019, Feb 2019, 28 Feb 2019",
          },
          { kind: "choice", choices: SOURCE_KINDS, name: "kind", label: "Kind" },
          { kind: "line", name: "language", label: "Language", hint: "Two letters: en, zh" },
        ],
      ],
    },
    {
      heading: "Archived copy",
      within: "folded",
      rows: [
        [
          {
            kind: "line",
            mode: "url",
            name: "archiveUrl",
            label: "Address of the copy",
            isOptional: true,
            hint: "Such as one in the Wayback Machine",
          },
        ],
        [
          { kind: "date", name: "archivedAt", label: "Copied on", isOptional: true, hint: "The day: 1 March 2019" },
          { kind: "date", name: "accessed", label: "Last read on", isOptional: true },
        ],
      ],
    },
    {
      heading: "More",
      within: "folded",
      rows: [
        [{ kind: "line", name: "licence", label: "Licence", isOptional: true, hint: "As the page states it" }],
        [
          {
            kind: "text",
            rows: 3,
            name: "note",
            label: "Note",
            isOptional: true,
            hint: "Doubts about date, title or standing of the page; readers see it",
          },
        ],
      ],
    },
  ],
};

/** Forms of the records that can be made together with another one, as part of its form. */
export const REFERENCES: Readonly<Record<ChoiceNoun, Definition>> = {
  metrics: METRIC_FORM,
  regions: REGION_FORM,
  organisations: ORGANISATION_FORM,
  topics: TOPIC_FORM,
  sources: SOURCE_FORM,
};
