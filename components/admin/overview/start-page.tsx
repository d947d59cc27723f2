import { ReviewItemCard } from "@/components/admin/overview/review-item";
import type { AdminOverview } from "@/lib/figures/admin-records";
import { paths } from "@/lib/paths";

/** Where editors begin: the main thing to do, and what needs care. Matters that are clear come last. */
export function StartPage({ overview, mayEdit }: { readonly overview: AdminOverview; readonly mayEdit: boolean }) {
  const { draftFigures, draftMilestones, draftCharts, stale, differing, unarchived, links } = overview;
  const matters = [
    {
      count: draftFigures.count,
      shown: (
        <ReviewItemCard
          key="drafts"
          resource="figures"
          matter={draftFigures}
          name={draftFigures.count === 1 ? "draft figure" : "draft figures"}
          why="Only editors see them. Publish or finish them."
          clear="Every figure is published."
          query={{ status: "draft" }}
        />
      ),
    },
    {
      count: differing.count,
      shown: (
        <ReviewItemCard
          key="differing"
          resource="figures"
          matter={differing}
          name="figures that contradict each other"
          why="They speak of the same metric, place and time, and cannot all be true. Check them against their sources; where sources really differ, leave both."
          clear="No two figures contradict each other."
          query={{ care: "differing" }}
        />
      ),
    },
    {
      count: stale.count,
      shown: (
        <ReviewItemCard
          key="stale"
          resource="figures"
          matter={stale}
          name="past their shelf life"
          why="The newest figure of its kind and place is older than its metric allows. Look for a newer one."
          clear="Every newest figure is recent enough."
          query={{ care: "stale" }}
        />
      ),
    },
    {
      count: unarchived.count,
      shown: (
        <ReviewItemCard
          key="unarchived"
          resource="sources"
          matter={unarchived}
          name="sources without an archived copy"
          why="When the page goes away, so does the proof. Add the address of a copy, such as one in the Wayback Machine."
          clear="Every source has an archived copy."
          query={{ care: "unarchived" }}
        />
      ),
    },
    {
      count: links.count,
      shown: (
        <ReviewItemCard
          key="links"
          resource="sources"
          matter={links}
          name={links.count === 1 ? "source whose page has changed" : "sources whose pages have changed"}
          why="The page is gone, has moved, or no longer holds a phrase that is recorded from it. Find where it is now, or a copy."
          clear="No page of a source is known to have changed."
          query={{ care: "link" }}
        />
      ),
    },
    {
      count: draftMilestones.count,
      shown: (
        <ReviewItemCard
          key="milestones"
          resource="milestones"
          matter={draftMilestones}
          name={draftMilestones.count === 1 ? "draft milestone" : "draft milestones"}
          why="Not on the timeline yet."
          clear="Every milestone is published."
          query={{ status: "draft" }}
        />
      ),
    },
    {
      count: draftCharts.count,
      shown: (
        <ReviewItemCard
          key="charts"
          resource="charts"
          matter={draftCharts}
          name={draftCharts.count === 1 ? "draft chart" : "draft charts"}
          why="Not on the dashboard yet."
          clear="Every chart is published."
          query={{ status: "draft" }}
        />
      ),
    },
  ];
  const open = matters.filter(({ count }) => count > 0);
  return (
    <>
      <h1>Editing</h1>
      <p className="lede">
        {open.length === 0
          ? "Nothing needs care today."
          : "What needs care, beside what there is to add. Nothing here is urgent; all of it makes the figures better."}
      </p>
      {mayEdit ? (
        <p className="start-ways">
          <a className="btn primary large" href={paths.admin.add("figures")}>
            Add a metric or figure
          </a>
          <a href={paths.admin.add("sources")}>Add a source</a>
          <a href={paths.admin.import()}>Import a file</a>
          <a href={paths.admin.history()}>Latest changes</a>
        </p>
      ) : null}
      <div className="matters">
        {[...open, ...matters.filter(({ count }) => count === 0)].map(({ shown }) => shown)}
      </div>
    </>
  );
}
