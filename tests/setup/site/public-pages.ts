import { renderToStaticMarkup } from "react-dom/server";
import { recorded } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";
import { routeAt } from "@/tests/setup/data/app-routes";

/** A page as it is now, and from what it was read. */
export interface Rendered {
  readonly text: string;
  readonly scopes: ReadonlySet<Scope> | null;
}

/** Renders a public page or file as the app does, without a server: what it shows, and its title and description. */
export async function renderPublic(address: string): Promise<Rendered> {
  const { result, scopes } = recorded(() => textOf(new URL(address, "http://localhost")));
  return { text: await result, scopes: scopes() };
}

async function textOf(address: URL): Promise<string> {
  const { module, params } = await routeAt(address.pathname);
  if (module.GET) return (await module.GET(new Request(address), { params: Promise.resolve(params) })).text();
  const props = {
    params: Promise.resolve(params),
    searchParams: Promise.resolve(Object.fromEntries(address.searchParams)),
  };
  try {
    const metadata = (await module.generateMetadata?.(props)) ?? {};
    return `${JSON.stringify(metadata)}\n${renderToStaticMarkup(await module.default(props))}`;
  } catch (error) {
    // The framework's notFound().
    if ((error as { digest?: string }).digest?.includes("404")) return "404";
    throw error;
  }
}
