"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { BulkBar, type BulkChange } from "@/components/admin/lists/bulk-bar";
import {
  type BulkOutcome,
  type ChosenItem,
  chosenIn,
  sendBulk,
  settleBoxes,
} from "@/components/admin/lists/bulk-items";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import { LOCALE } from "@/components/ui/locale";
import type { TopicRef } from "@/lib/figures/figure";
import { countText } from "@/lib/format/words";
import { paths } from "@/lib/paths";

const DONE: Readonly<Record<BulkChange["action"], string>> = {
  publish: "published",
  "looked-again": "looked at again, nothing newer found",
  retract: "retracted",
  retopic: "moved to another topic",
};

/** A list whose ticked rows can be changed together: published or retracted (figures), moved or retracted (metrics). */
export function BulkForm({
  resource,
  topics,
  children,
}: {
  readonly resource: "figures" | "metrics";
  readonly topics: readonly TopicRef[];
  readonly children: ReactNode;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly ChosenItem[]>([]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<(BulkOutcome & { readonly action: BulkChange["action"] }) | null>(null);

  // Rows that were ticked before the scripts had arrived, or that a refresh took away: only what is in sight is chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the rows are others
  useEffect(() => {
    if (form.current === null) return;
    settleBoxes(form.current, null);
    setChosen(chosenIn(form.current));
  }, [children]);

  const change = async (wish: BulkChange) => {
    if (form.current === null || busy) return;
    const items = chosenIn(form.current);
    setBusy(true);
    setOutcome(null);
    const answer = await sendBulk(paths.api.bulk(resource), { ...wish }, items);
    setBusy(false);
    setOutcome({ ...answer, action: wish.action });
    if (answer.kind === "refused") return;
    form.current.reset();
    settleBoxes(form.current, null);
    setChosen([]);
    router.refresh();
  };

  const { one, many } = RESOURCE_WORDS[resource];
  return (
    <>
      <div role="status">
        {outcome?.kind === "done" ? (
          <p className="notice ok">
            {countText(outcome.count, one, many, LOCALE)} {DONE[outcome.action]}.
          </p>
        ) : null}
      </div>
      <div role="alert">
        {outcome?.kind === "refused" ? (
          <div className="notice alert">
            <h2>{outcome.message}</h2>
            {outcome.items.length === 0 ? null : (
              <ul>
                {outcome.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </div>
        ) : null}
      </div>
      <form
        ref={form}
        aria-label={`Change several ${many}`}
        onChange={(event) => {
          settleBoxes(event.currentTarget, event.target);
          setChosen(chosenIn(event.currentTarget));
        }}
        onSubmit={(event) => event.preventDefault()}
      >
        {children}
      </form>
      <BulkBar resource={resource} items={chosen} topics={topics} busy={busy} onChange={change} />
    </>
  );
}
