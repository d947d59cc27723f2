import "server-only";
import type { Tx } from "@/lib/data/db/transaction";
import { invalidInput } from "@/lib/data/errors";
import type { Content, State } from "@/lib/data/revisions/record";
import type { Resource } from "@/lib/schemas/resources";

/** Refuses a published chart that names a draft: its number would be told before it is published. */
export async function refuseDrafts<N extends Resource>(
  tx: Tx,
  resource: N,
  content: Content<N>,
  state: State,
): Promise<void> {
  if (resource !== "charts" || state !== "published") return;
  const { figures } = content as Content<"charts">;
  const drafts = await tx.figure.findMany({
    where: { publicId: { in: figures.map(({ figure }) => figure) }, status: "draft" },
    select: { publicId: true },
  });
  if (drafts.length === 0) return;
  const keys = new Set(drafts.map(({ publicId }) => publicId));
  const message = "This figure is a draft: publish it first, or take it out of the chart";
  const issues = figures.flatMap(({ figure }, index) =>
    keys.has(figure) ? [{ path: `figures.${index}.figure`, code: "draft_reference", message }] : [],
  );
  throw invalidInput(issues);
}
