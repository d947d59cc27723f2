import { LOCALE } from "@/components/ui/locale";
import { type ChoiceRecord, choiceKey } from "@/lib/figures/figure-choices";
import { edtfShort } from "@/lib/format/period";
import { unitText } from "@/lib/format/unit";

/** A record to choose. `detail` tells it apart from others of that name. */
export interface Choice {
  readonly key: string;
  readonly name: string;
  readonly detail: string | null;
}

/** A record as a list of choices shows it. */
export function choiceOf(record: ChoiceRecord): Choice {
  const key = choiceKey(record);
  return "title" in record
    ? { key, name: record.title, detail: detailOf(record) }
    : { key, name: record.name, detail: detailOf(record) };
}

function detailOf(record: ChoiceRecord): string | null {
  if ("title" in record) {
    const { publisher, published } = record;
    return `${publisher}, ${published === null ? "no date" : edtfShort(published, LOCALE)}`;
  }
  if ("code" in record) return record.parentName === null ? record.code : `${record.code}, ${record.parentName}`;
  return "unit" in record ? `${record.topic.name}, ${record.counted ?? unitText(record.unit, "")}` : null;
}
