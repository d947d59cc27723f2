-- People who may sign in, and versions of every noun.

ALTER TABLE "Region" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Region" ADD COLUMN "retracted" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Organisation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Organisation" ADD COLUMN "retracted" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Topic" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Topic" ADD COLUMN "retracted" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Metric" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Metric" ADD COLUMN "retracted" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Source" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Source" ADD COLUMN "retracted" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Milestone" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Chart" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- Revisions say who by key, why, and know two more kinds of change. SQLite changes a check by making the table anew.
DROP TRIGGER "Revision_no_update";
DROP TRIGGER "Revision_no_delete";
CREATE TABLE "Revision_next" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "noun" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT,
    "who" TEXT NOT NULL,
    "userId" TEXT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "batchId" INTEGER,
    CONSTRAINT "Revision_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Revision_kind_check" CHECK ("kind" IN ('created', 'updated', 'published', 'retracted', 'restored', 'imported', 'undone')),
    CONSTRAINT "Revision_cause_check" CHECK ("cause" IN ('typo', 'source_corrected', 'newer_figure', 'retracted', 'other')),
    CONSTRAINT "Revision_change_check" CHECK ("before" IS NOT NULL OR "after" IS NOT NULL),
    CONSTRAINT "Revision_who_check" CHECK (length("who") > 0)
);
INSERT INTO "Revision_next" ("id", "noun", "key", "kind", "before", "after", "reason", "who", "at", "batchId")
SELECT "id", "noun", "key", "kind", "before", "after", "reason", "who", "at", "batchId" FROM "Revision";
DROP TABLE "Revision";
ALTER TABLE "Revision_next" RENAME TO "Revision";
CREATE INDEX "Revision_noun_key_id_idx" ON "Revision"("noun", "key", "id");
CREATE INDEX "Revision_batchId_idx" ON "Revision"("batchId");
CREATE TRIGGER "Revision_no_update" BEFORE UPDATE ON "Revision"
BEGIN SELECT RAISE(ABORT, 'Revisions are append-only: they cannot be changed'); END;
CREATE TRIGGER "Revision_no_delete" BEFORE DELETE ON "Revision"
BEGIN SELECT RAISE(ABORT, 'Revisions are append-only: they cannot be deleted'); END;

-- A draft may name its source before the phrase in it is known; that a published figure has both is seen to when it is written.
CREATE TABLE "Citation_next" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "figureId" INTEGER,
    "milestoneId" INTEGER,
    "sourceId" INTEGER NOT NULL,
    "locator" TEXT,
    "phrase" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "role" TEXT NOT NULL DEFAULT 'origin',
    CONSTRAINT "Citation_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Citation_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Citation_subject_check" CHECK (("figureId" IS NULL) <> ("milestoneId" IS NULL)),
    CONSTRAINT "Citation_phrase_check" CHECK ("phrase" IS NULL OR length("phrase") BETWEEN 1 AND 300),
    CONSTRAINT "Citation_role_check" CHECK ("role" IN ('origin', 'repeat'))
);
INSERT INTO "Citation_next" SELECT "id", "figureId", "milestoneId", "sourceId", "locator", "phrase", "prefix", "suffix", "role" FROM "Citation";
DROP TABLE "Citation";
ALTER TABLE "Citation_next" RENAME TO "Citation";
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");
CREATE INDEX "Citation_milestoneId_idx" ON "Citation"("milestoneId");
CREATE UNIQUE INDEX "Citation_figureId_sourceId_locator_key" ON "Citation"("figureId", "sourceId", "locator");

-- What was imported and undone may be imported again.
DROP INDEX "ImportBatch_sha256_key";
CREATE INDEX "ImportBatch_sha256_idx" ON "ImportBatch"("sha256");

CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "User_role_check" CHECK ("role" IN ('viewer', 'editor', 'admin')),
    CONSTRAINT "User_email_check" CHECK ("email" = lower("email") AND length("email") > 0),
    CONSTRAINT "User_name_check" CHECK (length("name") > 0)
);

CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" DATETIME,
    CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);

CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "byId" TEXT,
    "forId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "Invitation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Invitation_forId_fkey" FOREIGN KEY ("forId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Invitation_role_check" CHECK ("role" IN ('viewer', 'editor', 'admin'))
);

CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");
CREATE INDEX "Session_userId_idx" ON "Session"("userId");
CREATE INDEX "Account_userId_idx" ON "Account"("userId");
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");
CREATE INDEX "Invitation_byId_idx" ON "Invitation"("byId");
CREATE INDEX "Invitation_forId_idx" ON "Invitation"("forId");
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");
