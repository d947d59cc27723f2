"use client";

import { useState } from "react";
import { read } from "@/components/admin/api-client";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import type { OfferedRecipe } from "@/lib/importing/look/table-look";
import { type Recipe, recipeSchema } from "@/lib/importing/table/recipe";
import { paths } from "@/lib/paths";

/** What was decided about files like this one, to be applied in one step. */
export function RecipeOffers({
  wizard,
  offers,
}: {
  readonly wizard: Wizard;
  readonly offers: readonly OfferedRecipe[];
}) {
  const [isBusy, setBusy] = useState(false);
  if (offers.length === 0) return null;
  const apply = async (name: string) => {
    setBusy(true);
    const all = await read<readonly { readonly name: string; readonly recipe: Recipe }[]>(paths.api.recipes());
    setBusy(false);
    const found = recipeSchema.safeParse(all?.find((one) => one.name === name)?.recipe);
    if (found.success) wizard.applyRecipe(found.data);
  };
  return (
    <section data-whole="" className="notice" aria-labelledby="import-offers">
      <h2 id="import-offers">Files like this one were imported before</h2>
      <ul className="plain import-offers">
        {offers.map(({ name, fits, who }) => (
          <li key={name}>
            <button type="button" className="btn primary" disabled={isBusy} onClick={() => void apply(name)}>
              Use “{name}”
            </button>{" "}
            <small>
              {fits === "header" ? "The header is the same" : "The source is the same"}; saved by {who}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
