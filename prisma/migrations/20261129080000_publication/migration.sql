-- What readers see has a version of its own, raised only where that changes, and a record of what changed at each.

CREATE TABLE "Publication" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Publication_id_check" CHECK ("id" = 1),
    CONSTRAINT "Publication_version_check" CHECK ("version" >= 0)
);
-- Until now the highest revision was the version, which must never fall.
INSERT INTO "Publication" ("id", "version") SELECT 1, coalesce(max("id"), 0) FROM "Revision";

CREATE TABLE "PublishedChange" (
    "version" INTEGER NOT NULL PRIMARY KEY,
    "scopes" TEXT NOT NULL
);

-- The newest change of a noun, and the latest changes of one, without reading those of others.
CREATE INDEX "Revision_noun_id_idx" ON "Revision"("noun", "id");
