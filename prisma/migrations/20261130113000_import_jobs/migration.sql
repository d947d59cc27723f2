-- Imports under way are told of by every server, and known to be broken off when the one that did them has ended.
CREATE TABLE "ImportJob" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "isEnded" BOOLEAN NOT NULL DEFAULT false,
    "isCancelled" BOOLEAN NOT NULL DEFAULT false,
    "run" TEXT NOT NULL,
    "beats" INTEGER NOT NULL DEFAULT 0,
    "seenAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "ImportRows" (
    "jobId" TEXT NOT NULL,
    "fate" TEXT NOT NULL,
    "page" INTEGER NOT NULL,
    "rows" TEXT NOT NULL,
    PRIMARY KEY ("jobId", "fate", "page"),
    CONSTRAINT "ImportRows_fate_check" CHECK ("fate" IN ('refused', 'added', 'changed', 'unchanged')),
    CONSTRAINT "ImportRows_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "ImportJob" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "ImportJob_createdAt_idx" ON "ImportJob"("createdAt");
