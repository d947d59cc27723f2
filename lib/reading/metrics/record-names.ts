/** The names that a region goes by: 贵州省 is 贵州, too. */
export function regionNames({
  name,
  nameLocal,
}: {
  readonly name: string;
  readonly nameLocal: string | null;
}): readonly string[] {
  if (nameLocal === null) return [name];
  const short = nameLocal.replace(/(?<=\p{Script=Han}{2})(?:省|市|自治区|新区|区|县)$/u, "");
  return [name, nameLocal, short];
}

/** The names that an organisation goes by: "39 Internet Hospital (Longmaster)" by both, and by the whole. */
export function organisationNames({ name }: { readonly name: string }): readonly string[] {
  const [, own, other] = /^(.+) \((.+)\)$/.exec(name) ?? [];
  return own === undefined || other === undefined ? [name] : [name, own, other];
}

/** The names that the publisher of a source goes by: "Xinhua (People's Daily Online)" and "Xinhua / China Daily" by each. */
export function publisherNames({ publisher }: { readonly publisher: string }): readonly string[] {
  return publisher.split(/ [(/] ?|\)$/).filter((name) => name.length > 2);
}
