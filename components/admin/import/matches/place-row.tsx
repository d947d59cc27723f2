"use client";

import type { Choice } from "@/components/admin/fields/choice";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { RecordCombobox } from "@/components/admin/fields/record-combobox";
import { TextField } from "@/components/admin/fields/text-field";
import { type Answer, NameRow, useAnswer } from "@/components/admin/import/matches/name-row";
import { pathPart } from "@/components/admin/import/matches/path-part";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { LEVELS } from "@/components/ui/labels";
import { placeFate } from "@/lib/importing/look/open-names";
import type { PlaceGuess } from "@/lib/importing/look/table-look";
import type { NewRegion } from "@/lib/importing/table/recipe";

/** The name of one place and what it stands for: as guessed, a region that is known, a new one, or nothing. */
export function PlaceRow({
  guess,
  wizard,
  regions,
}: {
  readonly guess: PlaceGuess;
  readonly wizard: Wizard;
  readonly regions: readonly Choice[];
}) {
  const { name, count } = guess;
  const { recipe } = wizard.decisions;
  const said = recipe.regions[name];
  const [answer, setAnswer] = useAnswer(said);
  const say = (next: string | NewRegion | null) =>
    wizard.decide(({ regions: { [name]: _, ...others } }) => ({
      regions: next === null ? others : { ...others, [name]: next },
    }));
  const choose = (next: Answer) => {
    setAnswer(next);
    say(next === "out" ? "" : next === "new" ? newRegion(guess) : null);
  };
  return (
    <NameRow
      name={name}
      count={count}
      isOpen={placeFate(guess, recipe) === "open"}
      answer={answer}
      answers={{
        guess: guessText(guess),
        known: "A region that is known here …",
        new: "A new region …",
      }}
      reason={guess.reason}
      onAnswer={choose}
    >
      {answer === "known" ? (
        <RecordCombobox
          path={`import.regions.${pathPart(name)}`}
          label={`Region for ${name}`}
          of="regions"
          choices={regions}
          value={typeof said === "string" ? said : null}
          onChange={say}
        />
      ) : null}
      {typeof said === "object" ? <NewRegionFields name={name} region={said} regions={regions} onChange={say} /> : null}
    </NameRow>
  );
}

function NewRegionFields({
  name,
  region,
  regions,
  onChange,
}: {
  readonly name: string;
  readonly region: NewRegion;
  readonly regions: readonly Choice[];
  readonly onChange: (region: NewRegion) => void;
}) {
  const path = `import.new-region.${pathPart(name)}`;
  return (
    <div className="field-row">
      <TextField
        path={`${path}.name`}
        label="Name"
        value={region.name}
        onChange={(text) => onChange({ ...region, name: text })}
      />
      <TextField
        path={`${path}.code`}
        label="Code"
        hint="Stands in addresses and never changes"
        value={region.code}
        onChange={(code) => onChange({ ...region, code })}
      />
      <ChoiceField
        path={`${path}.level`}
        label="Level"
        choices={LEVELS}
        value={region.level}
        onChange={(level) => onChange({ ...region, level: level ?? "city" })}
      />
      <RecordCombobox
        path={`${path}.parent`}
        label="Lies in"
        required={false}
        of="regions"
        choices={regions}
        value={region.parent}
        onChange={(parent) => onChange({ ...region, parent })}
      />
    </div>
  );
}

function guessText({ kind, code, label }: PlaceGuess): string {
  switch (kind) {
    case "region":
      return `${label ?? code} (${code})`;
    case "place":
      return `${label} (${code}), new here`;
    case "group":
      return "A group of places";
    case "several":
      return "Several places: choose one";
    case "unknown":
      return "Not known: choose";
  }
}

/** A new region as it begins, by the name in the file. */
function newRegion({ name, code, label, level, parent }: PlaceGuess): NewRegion {
  return { code: code ?? "", name: label ?? name, nameLocal: null, level: level ?? "province", parent };
}
