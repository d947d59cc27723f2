import type { HTMLInputAutoCompleteAttribute } from "react";

/** What a form that was refused says when it is shown again; "" in `issues` is the form as a whole. */
export interface Refusal {
  readonly values: Readonly<Record<string, string>>;
  readonly issues: Readonly<Record<string, string>>;
}

/** One field of a plain form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "email" | "password" | "code";
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly hint?: string;
}

/** A form that is sent as it is, without any script. What was wrong stands at its field; the first such field has the focus. */
export function PlainForm({
  action,
  fields,
  hidden,
  refusal,
  send,
}: {
  readonly action: string;
  readonly fields: readonly Field[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly refusal: Refusal;
  readonly send: string;
}) {
  const whole = refusal.issues[""];
  const first = fields.find(({ name }) => refusal.issues[name] !== undefined) ?? fields[0];
  return (
    <form method="post" action={action}>
      {whole === undefined ? null : (
        <p className="issue" role="alert">
          {whole}
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <PlainField
          key={field.name}
          field={field}
          value={refusal.values[field.name] ?? ""}
          issue={refusal.issues[field.name]}
          hasFocus={field === first}
        />
      ))}
      <button type="submit" className="btn primary">
        {send}
      </button>
    </form>
  );
}

function PlainField({
  field,
  value,
  issue,
  hasFocus,
}: {
  readonly field: Field;
  readonly value: string;
  readonly issue: string | undefined;
  readonly hasFocus: boolean;
}) {
  const { name, label, type, hint, autoComplete } = field;
  const described = [hint === undefined ? "" : `${name}-hint`, issue === undefined ? "" : `${name}-issue`].join(" ");
  const isCode = type === "code";
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={isCode ? "text" : type}
        className={isCode ? "code" : undefined}
        defaultValue={value}
        autoComplete={autoComplete}
        autoCapitalize={type === "text" ? "words" : "none"}
        spellCheck={false}
        required
        // biome-ignore lint/a11y/noAutofocus: the page is this form, and the first thing wrong is where to go on
        autoFocus={hasFocus}
        aria-invalid={issue === undefined ? undefined : true}
        aria-describedby={described.trim() || undefined}
      />
      {issue === undefined ? null : (
        <p className="issue" id={`${name}-issue`}>
          {issue}
        </p>
      )}
    </div>
  );
}
