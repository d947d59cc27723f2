import { LOCALE } from "@/components/ui/locale";
import { edtfText } from "@/lib/format/period";

/** The parameters of a page beside the day, as they stand in its address. */
type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** Says above a page which day it is of, and leads back to the same page as it is today. */
export function AsOfBar({ day, today }: { readonly day: string; readonly today: string }) {
  return (
    <aside className="as-of" aria-label="As known on a day">
      <p className="wrap">
        <b>As known on {edtfText(day, LOCALE)}</b>: what sources had published by then, as it stood here on that day or,
        where it was recorded here only later, as it stands today. <a href={today}>Back to today</a>
      </p>
    </aside>
  );
}

/** Asks for a page as it was known on a day. */
export function AsOfForm({
  action,
  query = {},
  day,
}: {
  readonly action: string;
  readonly query?: Query;
  readonly day: string | null;
}) {
  const hidden = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      each === null || each === undefined ? [] : [[name, String(each)] as const],
    ),
  );
  return (
    <form className="as-of-form" action={action} autoComplete="off">
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label>
        As known on <input type="date" name="as-of" min="1900-01-01" required defaultValue={day ?? undefined} />
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

/** Stands in place of a page that cannot be shown as of a day. */
export function NoSuchDay({ message, today }: { readonly message: string; readonly today: string }) {
  return (
    <>
      <h1>Not to be shown as of that day</h1>
      <p className="notice warn">{message}</p>
      <AsOfForm action={today} day={null} />
      <p>
        <a href={today}>The page as it is today</a>
      </p>
    </>
  );
}

/** Stands in place of what was not known on a day. */
export function NotYetKnown({ what, day }: { readonly what: string; readonly day: string }) {
  return (
    <>
      <h1>Not known yet</h1>
      <p className="lede">
        On {edtfText(day, LOCALE)} this {what} was not known: no source of it is known to have published by then, and it
        was not recorded here.
      </p>
    </>
  );
}
