"use client";

import { useState } from "react";
import { ask } from "@/components/admin/api-client";
import { TextField } from "@/components/admin/fields/text-field";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { ErrorNotice } from "@/components/admin/people/error-notice";
import { forNextFile } from "@/lib/importing/look/for-next-file";
import { paths } from "@/lib/paths";

/** Remembers what was decided about a file, for the next one of its shape or source. */
export function SaveRecipe({ wizard }: { readonly wizard: Wizard }) {
  const { decisions, look, file } = wizard;
  const [name, setName] = useState(beginning(decisions.recipe.constants.source_title ?? file?.name ?? ""));
  const [saved, setSaved] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (look === null || look.shape === "") return null;
  const save = async () => {
    const body = { shape: look.shape, recipe: forNextFile(decisions.recipe) };
    const answer = await ask({ method: "PUT", path: paths.api.recipe(name.trim()), body });
    setSaved(answer.isOk ? name.trim() : null);
    setTrouble(answer.isOk ? null : (answer.body?.detail ?? "The site could not be reached: try again."));
  };
  return (
    <section data-whole="" className="import-recipe" aria-labelledby="import-recipe">
      <h2 id="import-recipe">For the next file like this</h2>
      <p>
        What you said of this file is remembered under a name, and offered when one with its header or source comes.
      </p>
      <ErrorNotice message={trouble} />
      <div className="import-recipe-name">
        <TextField path="import.recipe" label="Name" value={name} onChange={setName} />
        <button type="button" className="btn" disabled={name.trim() === ""} onClick={() => void save()}>
          Remember
        </button>
      </div>
      <p role="status" className="hint">
        {saved === null
          ? ""
          : `Remembered as “${saved}”. A script uses it by npm run import -- FILE --recipe "${saved}".`}
      </p>
    </section>
  );
}

/** A name to begin with, without what cannot stand in one. */
function beginning(text: string): string {
  return text
    .replace(/\.\w{2,4}$/, "")
    .replace(/[/\\%?#]+/g, " ")
    .trim()
    .slice(0, 80);
}
