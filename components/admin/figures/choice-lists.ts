import type { Choice } from "@/components/admin/fields/choice";
import { LOCALE } from "@/components/layout/locale";
import type { FigureChoices } from "@/lib/figures/figure-choices";
import { edtfShort } from "@/lib/format/period";
import { unitText } from "@/lib/format/unit";

/** The choices of a figure as its boxes list them. */
export interface ChoiceLists {
  readonly metrics: readonly Choice[];
  readonly regions: readonly Choice[];
  readonly organisations: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly topics: readonly Choice[];
}

const made = new WeakMap<FigureChoices, ChoiceLists>();

/** The lists of some choices, made once for each: there may be thousands, and a form is drawn at every key. */
export function choiceLists(choices: FigureChoices): ChoiceLists {
  const known = made.get(choices);
  if (known) return known;
  const lists = makeLists(choices);
  made.set(choices, lists);
  return lists;
}

const named = ({ slug, name }: { readonly slug: string; readonly name: string }) => ({ key: slug, name, detail: null });

function makeLists({ metrics, regions, organisations, sources, topics }: FigureChoices): ChoiceLists {
  return {
    metrics: metrics.map(({ slug, name, definition, topic, unit, counted }) => ({
      key: slug,
      name,
      detail: `${topic.name}, ${counted ?? unitText(unit, "")}`,
      search: definition,
    })),
    regions: regions.map(({ code, name, nameLocal, parentName }) => ({
      key: code,
      name,
      detail: parentName === null ? code : `${code}, ${parentName}`,
      search: nameLocal ?? "",
    })),
    organisations: organisations.map(named),
    topics: topics.map(named),
    sources: sources.map(({ slug, title, publisher, published, authors, url }) => ({
      key: slug,
      name: title,
      detail: `${publisher}, ${published === null ? "no date" : edtfShort(published, LOCALE)}`,
      search: `${authors ?? ""} ${url}`,
    })),
  };
}
