/** An object with these names, in their order, each with the value made for it. */
export function byName<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): { readonly [Key in Name]: Value } {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as { readonly [Key in Name]: Value };
}

/** The parts of an object that have these names, in the order of the names. */
export function picked<Whole, Name extends keyof Whole & string>(
  from: Whole,
  names: readonly Name[],
): Pick<Whole, Name> {
  return byName(names, (name) => from[name]) as Pick<Whole, Name>;
}
