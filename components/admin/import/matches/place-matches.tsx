"use client";

import { Checkbox } from "@mantine/core";
import { useState } from "react";
import type { ChoiceLists } from "@/components/admin/figure-form/state/choice-lists";
import { NamesTable } from "@/components/admin/import/matches/name-row";
import { PlaceRow } from "@/components/admin/import/matches/place-row";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { LOCALE } from "@/components/ui/locale";
import { countText, formatCount } from "@/lib/format/words";
import { placeFate } from "@/lib/importing/look/open-names";
import type { PlaceGuess } from "@/lib/importing/look/table-look";

/** Names that are drawn before one asks for more. */
const DRAWN = 60;

/** What the names of places stand for: those to be answered in one list, those that are known or of a standard folded away. */
export function PlaceMatches({
  wizard,
  guesses,
  lists,
}: {
  readonly wizard: Wizard;
  readonly guesses: readonly PlaceGuess[];
  readonly lists: ChoiceLists;
}) {
  const { decide, decisions } = wizard;
  const { recipe } = decisions;
  if (guesses.length === 0) return null;
  const known = guesses.filter(({ kind }) => kind === "region");
  const places = guesses.filter(({ kind }) => kind === "place");
  const groups = guesses.filter(({ kind }) => kind === "group");
  const asked = guesses.filter(({ kind }) => kind === "unknown" || kind === "several");
  const open = asked.filter((guess) => placeFate(guess, recipe) === "open");
  const leaveOut = (names: readonly PlaceGuess[]) =>
    decide(({ regions }) => ({ regions: { ...regions, ...Object.fromEntries(names.map(({ name }) => [name, ""])) } }));
  const rows = { wizard, lists };
  return (
    <section data-whole="" aria-labelledby="import-places" className="import-matches">
      <h2 id="import-places">Places</h2>
      {known.length === 0 ? null : (
        <Folded
          title={`${countText(known.length, "place is", "places are", LOCALE)} known here`}
          guesses={known}
          {...rows}
        />
      )}
      {places.length === 0 ? null : (
        <Together
          label={`Make ${countText(places.length, "new region", "new regions", LOCALE)} of the places that ISO 3166 knows`}
          isSaid={recipe.newPlaces}
          onSay={(newPlaces) => decide(() => ({ newPlaces }))}
          guesses={places}
          {...rows}
        />
      )}
      {groups.length === 0 ? null : (
        <Together
          label={`Leave out ${countText(groups.length, "group of places", "groups of places", LOCALE)}, such as ${groups[0]?.name}`}
          isSaid={recipe.leavesGroups}
          onSay={(leavesGroups) => decide(() => ({ leavesGroups }))}
          guesses={groups}
          {...rows}
        />
      )}
      {asked.length === 0 ? null : (
        <div className="import-group">
          <h3>
            {open.length === 0
              ? `All ${formatCount(asked.length, LOCALE)} other names are answered`
              : `${countText(open.length, "name is", "names are", LOCALE)} not known`}
          </h3>
          {open.length < 2 ? null : (
            <p>
              <button type="button" className="btn small" onClick={() => leaveOut(open)}>
                Leave all {formatCount(open.length, LOCALE)} out
              </button>
            </p>
          )}
          <PlaceRows guesses={asked} {...rows} />
        </div>
      )}
    </section>
  );
}

interface Rows {
  readonly guesses: readonly PlaceGuess[];
  readonly wizard: Wizard;
  readonly lists: ChoiceLists;
}

/** Names that one tick answers together. */
function Together({
  label,
  isSaid,
  onSay,
  ...rows
}: Rows & { readonly label: string; readonly isSaid: boolean; readonly onSay: (isSaid: boolean) => void }) {
  return (
    <div className="import-group">
      <Checkbox label={label} checked={isSaid} onChange={(event) => onSay(event.currentTarget.checked)} />
      <Folded title="Look at them" {...rows} />
    </div>
  );
}

function Folded({ title, ...rows }: Rows & { readonly title: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen ? <PlaceRows {...rows} /> : null}
    </details>
  );
}

function PlaceRows({ guesses, wizard, lists }: Rows) {
  const [drawn, setDrawn] = useState(DRAWN);
  return (
    <>
      <NamesTable of="places">
        {guesses.slice(0, drawn).map((guess) => (
          <PlaceRow key={guess.name} guess={guess} wizard={wizard} regions={lists.regions} />
        ))}
      </NamesTable>
      {guesses.length <= drawn ? null : (
        <p>
          <button type="button" className="btn small" onClick={() => setDrawn(drawn + DRAWN)}>
            Show more
          </button>{" "}
          <span className="hint">
            {formatCount(drawn, LOCALE)} of {formatCount(guesses.length, LOCALE)}
          </span>
        </p>
      )}
    </>
  );
}
