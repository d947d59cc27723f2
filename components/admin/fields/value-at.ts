type Data = Readonly<Record<string, unknown>>;

/** What stands at a path of a form ("citations.0.phrase"); undefined where there is nothing. */
export function valueAt(values: object, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as Data | null | undefined)?.[name], values);
}

/** The same values with another one at a path; what is not on the way there stays as it is. */
export function withValueAt<Values extends object>(values: Values, path: string, value: unknown): Values {
  const [name = "", ...rest] = path.split(".");
  const inner = (values as Data)[name];
  const next = rest.length === 0 ? value : withValueAt((inner ?? {}) as object, rest.join("."), value);
  if (!Array.isArray(values)) return { ...values, [name]: next };
  return values.map((each, index) => (index === Number(name) ? next : each)) as unknown as Values;
}
