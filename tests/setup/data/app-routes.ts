import { getRouteMatcher } from "next/dist/shared/lib/router/utils/route-matcher.js";
import { getRouteRegex } from "next/dist/shared/lib/router/utils/route-regex.js";
import { inject } from "vitest";

/** What answers at an address: the module of its route file or page, and the parts of the address that its folders name. */
export interface Found {
  // biome-ignore lint/suspicious/noExplicitAny: each route file and each page has its own exports
  readonly module: any;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds what the framework would answer a path with, among the files that it finds in app/ (templates.ts); throws where it finds nothing. */
export async function routeAt(path: string): Promise<Found> {
  for (const { route, file } of inject("templates").routes) {
    const params = getRouteMatcher(getRouteRegex(route))(path);
    if (params) return { module: await import(/* @vite-ignore */ file), params: params as Found["params"] };
  }
  throw new Error(`No route for ${path}`);
}
