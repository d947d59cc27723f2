import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import * as figure from "@/app/(public)/figures/[id]/page";
import * as method from "@/app/(public)/method/page";
import * as metric from "@/app/(public)/metrics/[slug]/page";
import * as metrics from "@/app/(public)/metrics/page";
import * as dashboard from "@/app/(public)/page";
import * as region from "@/app/(public)/regions/[code]/page";
import * as regions from "@/app/(public)/regions/page";
import * as search from "@/app/(public)/search/page";
import * as source from "@/app/(public)/sources/[slug]/page";
import * as sources from "@/app/(public)/sources/page";
import * as file from "@/app/api/v1/[noun]/[key]/[file]/route";
import { recorded } from "@/lib/publication/reads";
import type { Scope } from "@/lib/publication/scopes";

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: each page names its own parameters
  readonly params: Promise<any>;
  readonly searchParams: Promise<Record<string, string>>;
}

interface Page {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly default: (props: any) => ReactElement | Promise<ReactElement>;
  readonly generateMetadata?: (props: Props) => Promise<object>;
}

/** Pages by the shape of their address. */
const PAGES: readonly (readonly [RegExp, Page])[] = [
  [/^\/$/, dashboard],
  [/^\/metrics$/, metrics],
  [/^\/regions$/, regions],
  [/^\/sources$/, sources],
  [/^\/search$/, search],
  [/^\/method$/, method],
  [/^\/metrics\/(?<slug>[^/]+)$/, metric],
  [/^\/regions\/(?<code>[^/]+)$/, region],
  [/^\/sources\/(?<slug>[^/]+)$/, source],
  [/^\/figures\/(?<id>[^/]+)$/, figure],
];
const FILE = /^\/api\/v1\/(?<noun>[a-z]+)\/(?<key>[^/]+)\/(?<file>citation\.\w+)$/;

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

async function textOf({ pathname, searchParams }: URL): Promise<string> {
  const ofFile = FILE.exec(pathname)?.groups as { noun: string; key: string; file: string } | undefined;
  if (ofFile) return (await file.GET(new Request("http://localhost"), { params: Promise.resolve(ofFile) })).text();
  for (const [shape, page] of PAGES) {
    const match = shape.exec(pathname);
    if (!match) continue;
    const props: Props = {
      params: Promise.resolve({ ...match.groups }),
      searchParams: Promise.resolve(Object.fromEntries(searchParams)),
    };
    try {
      const metadata = (await page.generateMetadata?.(props)) ?? {};
      return `${JSON.stringify(metadata)}\n${renderToStaticMarkup(await page.default(props))}`;
    } catch (error) {
      // The framework's notFound().
      if ((error as { digest?: string }).digest?.includes("404")) return "404";
      throw error;
    }
  }
  throw new Error(`No page at ${pathname}`);
}
