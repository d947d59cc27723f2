"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type BulkOutcome, type ChosenItem, sendBulk } from "@/components/admin/lists/bulk-items";
import { OrderedList } from "@/components/admin/record-form/controls/ordered-list";
import { paths } from "@/lib/paths";

/** Puts the charts of the dashboard, or the topics, into another order; nothing is saved before the button is pressed. */
export function OrderEditor({
  resource,
  items,
}: {
  readonly resource: "charts" | "topics";
  readonly items: readonly ChosenItem[];
}) {
  const router = useRouter();
  const [order, setOrder] = useState<readonly ChosenItem[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);

  const save = async () => {
    if (order === null || busy) return;
    setBusy(true);
    const answer = await sendBulk(paths.api.order(resource), {}, order);
    setBusy(false);
    setOutcome(answer);
    if (answer.kind === "refused") return;
    setOrder(null);
    router.refresh();
  };
  const isMoved = order?.some(({ key }, index) => key !== items[index]?.key) ?? false;
  return (
    <div className="order-editor">
      <div role="status">{outcome?.kind === "done" ? <p className="notice ok">The order is saved.</p> : null}</div>
      <div role="alert">
        {outcome?.kind === "refused" ? (
          <p className="notice alert">
            {outcome.message} {outcome.items.join(" ")}
          </p>
        ) : null}
      </div>
      {order === null ? (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setOutcome(null);
            setOrder(items);
          }}
        >
          Change the order
        </button>
      ) : (
        <>
          <OrderedList
            label="Order on the dashboard"
            items={order}
            keyOf={({ key }) => key}
            nameOf={({ name }) => name}
            onChange={setOrder}
          >
            {({ name }) => name}
          </OrderedList>
          <p className="save-bar">
            <button type="button" className="btn primary" disabled={busy || !isMoved} onClick={() => void save()}>
              Save the order
            </button>
            <button type="button" className="btn plain" onClick={() => setOrder(null)}>
              Leave it as it was
            </button>
          </p>
        </>
      )}
    </div>
  );
}
