import { type ApiBody, ask, messageOf } from "@/components/admin/api-client";

/** A row that was ticked. */
export interface ChosenItem {
  readonly key: string;
  readonly version: number;
  readonly name: string;
}

/** How a change of several records at once ended. Nothing is changed unless all are. */
export type BulkOutcome =
  | { readonly kind: "done"; readonly count: number }
  | { readonly kind: "refused"; readonly message: string; readonly items: readonly string[] };

type Answer = ApiBody<readonly unknown[]>;

/** Sends a change of several records; where no answer comes it is asked for once more, and done once. Never throws. */
export async function sendBulk(
  path: string,
  body: Readonly<Record<string, unknown>>,
  items: readonly ChosenItem[],
): Promise<BulkOutcome> {
  const request = {
    method: "POST",
    path,
    attempt: crypto.randomUUID(),
    body: { ...body, items: items.map(({ key, version }) => ({ key, version })) },
  };
  const first = await ask<Answer>(request);
  const { status, isOk, body: answer } = first.status === null ? await ask<Answer>(request) : first;
  if (isOk) return { kind: "done", count: answer?.data?.length ?? items.length };
  if (status !== null) return refusalOf(status, answer, items);
  return { kind: "refused", message: "The site could not be reached. Nothing was changed; try again.", items: [] };
}

/** Why nothing was changed, in words, with the items that stand in the way. */
export function refusalOf(status: number, answer: Answer | null, items: readonly ChosenItem[]): BulkOutcome {
  const named = (answer?.issues ?? []).map(({ path, message }) => {
    const index = /^items\.(\d+)/.exec(path)?.[1];
    const item = items[Number(index)] ?? items.find(({ key }) => path.split(".").includes(key));
    return item === undefined ? message : `${item.name}: ${message}`;
  });
  const message =
    status === 401
      ? "You are not signed in any more. Sign in again in another tab, then try again."
      : messageOf(status, answer);
  return {
    kind: "refused",
    message: /\bnothing was\b/i.test(message) ? message : `Nothing was changed. ${message}`,
    items: [...new Set(named)],
  };
}

/** The rows ticked in a form. */
export function chosenIn(form: HTMLFormElement): readonly ChosenItem[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="item"]:checked')].map((box) => ({
    key: box.value,
    version: Number(box.dataset.version),
    name: box.dataset.name ?? box.value,
  }));
}

/** Ticks or clears every row, or shows in the box of the head how many are ticked. */
export function settleBoxes(form: HTMLFormElement, target: EventTarget | null): void {
  const all = form.querySelector<HTMLInputElement>("input[data-all]");
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="item"]')];
  if (all === null) return;
  if (target === all) for (const box of boxes) box.checked = all.checked;
  const ticked = boxes.filter((box) => box.checked).length;
  all.checked = ticked === boxes.length && ticked > 0;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
}
