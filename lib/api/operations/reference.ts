import "server-only";
import { z } from "zod";
import { readExamples } from "@/lib/api/operations/examples";
import type { Operation } from "@/lib/api/operations/operation";
import { OPERATIONS, whoMay } from "@/lib/api/operations/operations";
import { groupBy } from "@/lib/figures/group";

const WHO: Readonly<Record<string, string>> = { view: "viewers", edit: "editors", administer: "admins" };

/** Everything the page about the API shows: what everyone may read, by group, with examples; and what people with an account may do. */
export async function readReference() {
  const examples = await readExamples();
  const described = OPERATIONS.map((operation) => {
    const { id, method, path, summary, group, query, headers = [], exampleBody } = operation;
    const { who } = whoMay(operation);
    const example = examples.get(id);
    return {
      ...{ id, method, path, summary, group, headers, parameters: query === undefined ? [] : parametersOf(query) },
      who: WHO[who] ?? null,
      example: example === undefined ? null : { address: example.address, answer: shown(example.answer) },
      body: exampleBody === undefined ? null : shown(exampleBody),
    };
  });
  const grouped = (isOpen: boolean) =>
    [
      ...groupBy(
        described.filter(({ who }) => (who === null) === isOpen),
        ({ group }) => group,
      ),
    ].map(([name, operations]) => ({ name, operations }));
  return { readers: grouped(true), editors: grouped(false) };
}

const shown = (value: object) => JSON.stringify(value, null, 2);

/** The parameters of a query: what each is, and its values where there are few. */
function parametersOf(query: NonNullable<Operation["query"]>) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, schema]) => {
    const { description = "", enum: values = [], default: usual } = typeof schema === "object" ? schema : {};
    const more = [
      ...(values.length > 0 ? [`One of ${values.join(", ")}.`] : []),
      ...(usual === undefined ? [] : [`${usual} unless said.`]),
    ];
    return { name, what: [description, ...more].join(" "), isRequired: required.includes(name) };
  });
}
