import { SearchBox } from "@/components/layout/search-box";
import { SiteFrame } from "@/components/layout/site-frame";
import { paths } from "@/lib/paths";

/** Where to go from a page that does not exist. */
export function NotFoundPage() {
  return (
    <SiteFrame>
      <h1>There is no such page</h1>
      <p className="lede">
        The address may be mistyped, or what stood here was withdrawn. Search for it, or start from a list.
      </p>
      <SearchBox large />
      <ul className="plain">
        <li>
          <a href={paths.dashboard()}>Dashboard</a>
        </li>
        <li>
          <a href={paths.metrics()}>What is measured</a>
        </li>
        <li>
          <a href={paths.regions()}>Regions with figures</a>
        </li>
        <li>
          <a href={paths.sources()}>Sources, newest first</a>
        </li>
      </ul>
    </SiteFrame>
  );
}
