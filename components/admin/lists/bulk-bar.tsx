"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/admin/fields/choice-field";
import { TextField } from "@/components/admin/fields/text-field";
import type { ChosenItem } from "@/components/admin/lists/bulk-items";
import { RESOURCE_WORDS } from "@/components/admin/resource-words";
import { LOCALE } from "@/components/ui/locale";
import type { TopicRef } from "@/lib/figures/figure";
import { countText } from "@/lib/format/words";

/** What is to happen to the ticked rows, as the API takes it. */
export type BulkChange =
  | { readonly action: "publish" | "looked-again" }
  | { readonly action: "retract"; readonly cause: "retracted"; readonly reason: string }
  | { readonly action: "retopic"; readonly topic: string };

/** What can be done with the ticked rows; stays at the foot of the window while there are any. */
export function BulkBar({
  resource,
  items,
  topics,
  busy,
  onChange,
}: {
  readonly resource: "figures" | "metrics";
  readonly items: readonly ChosenItem[];
  readonly topics: readonly TopicRef[];
  readonly busy: boolean;
  readonly onChange: (change: BulkChange) => void;
}) {
  const [asked, setAsked] = useState<BulkChange["action"] | null>(null);
  const [reason, setReason] = useState("");
  const [topic, setTopic] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const { one, many } = RESOURCE_WORDS[resource];
  const count = items.length;
  if (count === 0) return null;

  const ask = (what: BulkChange["action"]) => {
    setAsked(asked === what ? null : what);
    setMissing(null);
  };
  const retract = () => {
    if (reason.trim() === "") return setMissing("Say why: readers of the history will ask");
    onChange({ action: "retract", cause: "retracted", reason });
  };
  const retopic = () => {
    if (topic === null) return setMissing("Choose the topic they belong to");
    onChange({ action: "retopic", topic });
  };
  return (
    <fieldset className="bulk-bar">
      <legend className="hidden">Chosen {many}</legend>
      <p>
        <b>{countText(count, one, many, LOCALE)} chosen</b>
      </p>
      {resource === "figures" ? (
        <button
          type="button"
          className="btn primary"
          aria-expanded={asked === "publish"}
          onClick={() => ask("publish")}
        >
          Publish
        </button>
      ) : (
        <button type="button" className="btn" aria-expanded={asked === "retopic"} onClick={() => ask("retopic")}>
          Move to a topic
        </button>
      )}
      {resource === "figures" ? (
        <button
          type="button"
          className="btn"
          aria-expanded={asked === "looked-again"}
          onClick={() => ask("looked-again")}
        >
          Looked again
        </button>
      ) : null}
      <button type="button" className="btn" aria-expanded={asked === "retract"} onClick={() => ask("retract")}>
        Retract
      </button>
      {asked === null ? null : (
        <ul className="bulk-items" aria-label={`Chosen ${many}`}>
          {items.map(({ key, name }) => (
            <li key={key}>{name}</li>
          ))}
        </ul>
      )}
      {asked === "publish" ? (
        <div className="bulk-more">
          <button type="button" className="btn primary" disabled={busy} onClick={() => onChange({ action: "publish" })}>
            Publish {countText(count, one, many, LOCALE)}
          </button>
        </div>
      ) : null}
      {asked === "looked-again" ? (
        <div className="bulk-more">
          <button
            type="button"
            className="btn primary"
            disabled={busy}
            onClick={() => onChange({ action: "looked-again" })}
          >
            Nothing newer found today
          </button>
        </div>
      ) : null}
      {asked === "retract" ? (
        <div className="bulk-more">
          <TextField path="bulk.reason" label="Why" value={reason} onChange={setReason} error={missing} />
          <button type="button" className="btn danger" disabled={busy} onClick={retract}>
            Retract {countText(count, one, many, LOCALE)}
          </button>
        </div>
      ) : null}
      {asked === "retopic" ? (
        <div className="bulk-more">
          <ChoiceField
            path="bulk.topic"
            label="Topic"
            value={topic}
            onChange={setTopic}
            choices={Object.fromEntries(topics.map(({ slug, name }) => [slug, name]))}
            error={missing}
          />
          <button type="button" className="btn primary" disabled={busy} onClick={retopic}>
            Move {countText(count, one, many, LOCALE)}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}
