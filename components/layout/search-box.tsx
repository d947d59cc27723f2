import { paths } from "@/lib/paths";

/** The search of every page: a GET form. `large` is for pages whose purpose is the search. */
export function SearchBox({ query = "", large = false }: { readonly query?: string; readonly large?: boolean }) {
  return (
    <form className={large ? "find large" : "find"} action={paths.search()} role="search" aria-label={large ? "This page" : "Site"}>
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
      {large ? <button type="submit">Search</button> : <kbd aria-hidden="true">/</kbd>}
    </form>
  );
}
