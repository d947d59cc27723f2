-- What was found at the addresses of sources.
CREATE TABLE "LinkCheck" (
    "sourceId" INTEGER NOT NULL PRIMARY KEY,
    "state" TEXT COLLATE "C" NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "movedTo" TEXT COLLATE "C",
    "missingPhrases" INTEGER,
    "problem" TEXT COLLATE "C",
    CONSTRAINT "LinkCheck_state_check" CHECK ("state" IN ('ok', 'moved', 'gone', 'phrase_missing', 'unreachable')),
    CONSTRAINT "LinkCheck_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "LinkCheck_checkedAt_idx" ON "LinkCheck"("checkedAt");
CREATE INDEX "LinkCheck_state_idx" ON "LinkCheck"("state");
