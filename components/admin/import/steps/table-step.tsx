"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { RecipeOffers } from "@/components/admin/import/recipes/recipe-offers";
import type { Wizard } from "@/components/admin/import/state/use-wizard";
import { PreviewTable, type RowMark } from "@/components/admin/import/steps/preview-table";
import { RowField } from "@/components/admin/import/steps/row-field";
import { SheetCards } from "@/components/admin/import/steps/sheet-cards";
import { StepEnd } from "@/components/admin/import/steps/step-end";
import { LOCALE } from "@/components/ui/locale";
import { countText } from "@/lib/format/words";
import { ENCODINGS } from "@/lib/importing/files/encodings";
import type { TableLook } from "@/lib/importing/look/table-look";
import type { Recipe } from "@/lib/importing/table/recipe";

const DELIMITERS = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar" } as const;
const MARKS = { header: "The header begins", firstRow: "The data begins", lastRow: "The data ends" } as const;

/** Where the table stands in the file and how the file is read; what is changed is seen at once. */
export function TableStep({ wizard, look }: { readonly wizard: Wizard; readonly look: TableLook }) {
  const { decide, decisions, isLooking } = wizard;
  const { recipe } = decisions;
  const { place, lastRow, encoding } = look;
  const [mark, setMark] = useState<RowMark>("header");
  const said = (part: Partial<Recipe>) => decide(() => part);
  // Another sheet, or other characters, is another table.
  const anew = { header: null, headerRows: null, firstRow: null, lastRow: null, columns: {}, levels: null } as const;
  return (
    <div className="import-step" aria-busy={isLooking}>
      <RecipeOffers wizard={wizard} offers={look.recipes} />
      <p className={place === null ? "notice warn" : undefined} role="status">
        {look.problem ?? foundSentence(look)}
      </p>
      <SheetCards sheets={look.sheets} onChoose={(sheet) => said({ ...anew, sheet })} />
      <div className="field-row">
        <RowField
          label="Header in row"
          value={recipe.header ?? place?.header ?? null}
          onChange={(header) => said({ header, headerRows: null, firstRow: null, columns: {}, levels: null })}
        />
        <RowField
          label="Rows of the header"
          value={recipe.headerRows ?? place?.headerRows ?? null}
          onChange={(headerRows) => said({ headerRows, firstRow: null, columns: {}, levels: null })}
        />
        <RowField
          label="Data from row"
          value={recipe.firstRow ?? place?.firstRow ?? null}
          onChange={(firstRow) => said({ firstRow })}
        />
        <RowField label="to row" value={recipe.lastRow ?? lastRow} onChange={(row) => said({ lastRow: row })} />
      </div>
      <fieldset className="import-kinds">
        <legend>A click on the number of a row says that in it</legend>
        {(Object.keys(MARKS) as RowMark[]).map((one) => (
          <label key={one}>
            <input type="radio" name="import-mark" checked={mark === one} onChange={() => setMark(one)} />
            {MARKS[one]}
          </label>
        ))}
      </fieldset>
      <PreviewTable
        look={look}
        onMark={(row) =>
          said(
            mark === "header"
              ? { header: row, headerRows: null, firstRow: null, columns: {}, levels: null }
              : { [mark]: row },
          )
        }
      />
      {encoding === null ? null : (
        <div className="field-row">
          <ChoiceField
            path="import.encoding"
            label="Characters are read as"
            hint={
              encoding.guessedFrom === null ? undefined : `Guessed from: “${encoding.guessedFrom}”. Does it read well?`
            }
            choices={ENCODINGS}
            value={encoding.name}
            onChange={(name) => said({ ...anew, encoding: name })}
          />
          <ChoiceField
            path="import.delimiter"
            label="Cells are parted by"
            choices={DELIMITERS}
            value={look.delimiter as keyof typeof DELIMITERS | null}
            onChange={(delimiter) => said({ ...anew, delimiter })}
          />
        </div>
      )}
      <StepEnd next="Go on to columns" isDisabled={place === null || isLooking} onNext={() => wizard.go("columns")} />
    </div>
  );
}

function foundSentence({ place, lastRow, rows, columns }: TableLook): string {
  if (place === null) return "";
  const header = place.header === null ? "no header" : `its header in row ${place.header}`;
  const isOne = place.firstRow === lastRow;
  const data = isOne ? `its data in row ${lastRow}` : `its data in rows ${place.firstRow} to ${lastRow}`;
  const size = `${countText(columns.length, "column", "columns", LOCALE)}; the file has ${countText(rows, "row", "rows", LOCALE)} with something in them`;
  return `The table has ${header} and ${lastRow === null ? "no data" : data}: ${size}.`;
}
