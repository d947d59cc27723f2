-- Imports under way are told of by every server, and known to be broken off when the one that did them has ended.
CREATE TABLE "ImportJob" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "userId" TEXT COLLATE "C" NOT NULL,
    "told" TEXT COLLATE "C" NOT NULL,
    "isEnded" BOOLEAN NOT NULL DEFAULT false,
    "isCancelled" BOOLEAN NOT NULL DEFAULT false,
    "run" TEXT COLLATE "C" NOT NULL,
    "beats" INTEGER NOT NULL DEFAULT 0,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
);

CREATE TABLE "ImportRows" (
    "jobId" TEXT COLLATE "C" NOT NULL,
    "fate" TEXT COLLATE "C" NOT NULL,
    "page" INTEGER NOT NULL,
    "rows" TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY ("jobId", "fate", "page"),
    CONSTRAINT "ImportRows_fate_check" CHECK ("fate" IN ('refused', 'added', 'changed', 'unchanged')),
    CONSTRAINT "ImportRows_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "ImportJob" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "ImportJob_createdAt_idx" ON "ImportJob"("createdAt");
