/** One operation of the API, as the page about it shows it. */
export interface ShownOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly headers: readonly string[];
  /** Who may use it, in the plural; null for everyone. */
  readonly who: string | null;
  readonly parameters: readonly { readonly name: string; readonly what: string; readonly isRequired: boolean }[];
  /** An address with what is answered there now, and a body that may be sent. */
  readonly example: { readonly address: string; readonly answer: string } | null;
  readonly body: string | null;
}

/** An operation with its parameters and an example. */
export function OperationEntry({ operation }: { readonly operation: ShownOperation }) {
  const { id, method, path, summary, headers, parameters, example, body } = operation;
  return (
    <section className="operation" id={id}>
      <h4>
        <code>
          {method} {path}
        </code>
      </h4>
      <p>{summary}</p>
      {headers.length > 0 ? <p>Needs {headers.join(" and ")}.</p> : null}
      {parameters.length > 0 ? (
        <details>
          <summary>Parameters ({parameters.length})</summary>
          <dl>
            {parameters.map(({ name, what, isRequired }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                  {isRequired ? " (needed)" : ""}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {example === null ? null : (
        <details>
          <summary>Example</summary>
          <p>
            <a href={example.address}>{example.address}</a>
          </p>
          <CodeBlock label={`Answer of ${example.address}`} text={example.answer} />
        </details>
      )}
      {body === null ? null : (
        <details>
          <summary>Example of a body</summary>
          <CodeBlock label={`Body for ${path}`} text={body} />
        </details>
      )}
    </section>
  );
}

/** Text as it is sent; it scrolls by itself, also by keyboard. */
function CodeBlock({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="code" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  );
}
