import { OperationEntry, type ShownOperation } from "@/components/api/operation-entry";
import { paths } from "@/lib/paths";

interface Group {
  readonly name: string;
  readonly operations: readonly ShownOperation[];
}

/** How the API is read and written, with every operation of it. */
export function ReferencePage({
  readers,
  editors,
}: {
  readonly readers: readonly Group[];
  readonly editors: readonly Group[];
}) {
  return (
    <div className="prose api">
      <h1>API</h1>
      <p className="lede">
        Everything published may be read by programs, without a key. No number is told without its wording, unit and
        source.
      </p>
      <p>
        For programs there is the same as <a href={paths.openApi()}>OpenAPI 3.1</a>. The examples are answers of this
        site, as it is now.
      </p>
      <section id="rules">
        <h2>Rules</h2>
        <ul>
          <li>
            <strong>Lists</strong> go on at <code>next</code>, also told as a Link header, until that is null. An answer
            may hold fewer records than asked for, or none, and the list still go on.
          </li>
          <li>
            <strong>Numbers</strong> stand twice: as a number, and in <code>digits</code> just as they were written.
            Their bounds follow from the wording; null means that it gives none.
          </li>
          <li>
            <strong>Fields</strong>: <code>fields</code> chooses some. Whoever asks for a number gets its wording, unit
            and citations, too; <code>fields</code> in the answer says which are told.
          </li>
          <li>
            <strong>Errors</strong> are problem details (RFC 9457): <code>code</code> for programs, <code>detail</code>{" "}
            for people, <code>issues</code> one by one. A parameter or value that is not known is refused (400), with
            the <code>known</code> ones.
          </li>
          <li>
            <strong>Copies</strong>: send the ETag back as If-None-Match, and what is still so is answered 304.{" "}
            <a href={paths.version()}>A number</a> rises with each change.
          </li>
          <li>
            <strong>Limit</strong>: 600 reads a minute; the RateLimit header says what is left. The whole is there as a
            file.
          </li>
          <li>
            <strong>Writing</strong> needs an account: send an API token as <code>Authorization: Bearer …</code>. A
            change names the version that it is made on (<code>If-Match</code>), a new record its attempt (
            <code>Idempotency-Key</code>).
          </li>
        </ul>
      </section>
      <section id="reading">
        <h2>Reading, for everyone</h2>
        {readers.map((group) => (
          <OperationGroup key={group.name} group={group} />
        ))}
      </section>
      <section id="writing">
        <h2>For people with an account</h2>
        {editors.map((group) => (
          <OperationGroup key={group.name} group={group} />
        ))}
      </section>
    </div>
  );
}

function OperationGroup({ group: { name, operations } }: { readonly group: Group }) {
  const [who] = operations;
  return (
    <section>
      <h3>{name}</h3>
      {who?.who == null ? null : <p>{audienceOf(operations)}</p>}
      {operations.map((operation) => (
        <OperationEntry key={operation.id} operation={operation} />
      ))}
    </section>
  );
}

/** Who may use the operations of a group, by what they do. */
function audienceOf(operations: readonly ShownOperation[]): string {
  const reading = new Set(operations.flatMap(({ method, who }) => (method === "GET" && who !== null ? who : [])));
  const changing = new Set(operations.flatMap(({ method, who }) => (method !== "GET" && who !== null ? who : [])));
  return [
    ...(reading.size > 0 ? [`Read by ${[...reading].join(", ")}`] : []),
    ...(changing.size > 0 ? [`changed by ${[...changing].join(", ")}`] : []),
  ]
    .join("; ")
    .replace(/^./, (first) => first.toUpperCase())
    .concat(".");
}
