import "server-only";
import { db } from "@/lib/data/client";
import { isTaken } from "@/lib/data/storage-trouble";
import { conflict } from "@/lib/data/writing/refusal";
import type { Prisma } from "@/lib/generated/prisma/client";

export type Tx = Prisma.TransactionClient;

/** Who writes: a person, or a program without an account (`id` null). The name stands beside the change for ever. */
export interface Author {
  readonly id: string | null;
  readonly name: string;
}

/** All or nothing: what `work` writes is there when the promise is fulfilled, and nothing of it when it is rejected. */
export async function writing<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  try {
    return await db().$transaction(work);
  } catch (error) {
    // Keys are looked up before they are written; where two look at the same time, the database decides.
    if (isTaken(error)) throw conflict("taken", "Somebody has just taken this key or name: write another");
    throw error;
  }
}
