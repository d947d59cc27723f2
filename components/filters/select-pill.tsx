export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** A labelled native select that looks like a pill. The empty value stands for "no condition". */
export function SelectPill({
  name,
  label,
  value,
  any,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | number | null;
  /** What the empty choice is called; null when there is none. */
  readonly any: string | null;
  readonly choices: readonly Choice[];
}) {
  return (
    <label className="pill">
      {label}
      <select name={name} defaultValue={value ?? ""} data-shown={value ?? ""}>
        {any === null ? null : <option value="">{any}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Years from the last to the first as choices. */
export function yearChoices(years: { readonly first: number; readonly last: number } | null): readonly Choice[] {
  if (years === null) return [];
  return Array.from({ length: years.last - years.first + 1 }, (_, back) => {
    const year = String(years.last - back);
    return { value: year, name: year };
  });
}
