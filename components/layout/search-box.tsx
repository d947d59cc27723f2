import { paths } from "@/lib/paths";

/** The search of every page: a GET form. The large one is for pages that have nothing else to offer. */
export function SearchBox({ query = "", large = false }: { readonly query?: string; readonly large?: boolean }) {
  return (
    <search className={large ? "find large" : "find"} aria-label={large ? "This site" : undefined}>
      <form action={paths.search()}>
        <input
          type="search"
          name="q"
          defaultValue={query}
          maxLength={200}
          autoComplete="off"
          placeholder="Find a figure, region, source"
          aria-label="Find a figure, region, source"
          aria-keyshortcuts={large ? undefined : "/"}
        />
        {large ? <button type="submit">Search</button> : null}
      </form>
    </search>
  );
}
