import "server-only";
import { db } from "@/lib/data/client";
import type { Prisma } from "@/lib/generated/prisma/client";

export type Tx = Prisma.TransactionClient;

/** Who writes: a person, or a program without an account (`id` null). The name stands beside the change for ever. */
export interface Author {
  readonly id: string | null;
  readonly name: string;
}

/** All or nothing: what `work` writes is there when the promise is fulfilled, and nothing of it when it is rejected. */
export function writing<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db().$transaction(work);
}
