import "server-only";
import { makeStore } from "@/lib/data/resources/store";

/** Organisations. */
export const organisationStore = makeStore("organisations", {
  read: ({ name }) => ({ content: { name } }),
  columns: (content) => content,
  dependants: (tx, organisationId) => ({
    "published figure": tx.figure.count({ where: { organisationId, status: "published" } }),
  }),
});
