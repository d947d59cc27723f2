-- What a revision is of has the name that the API uses for it.
ALTER TABLE "Revision" RENAME COLUMN "noun" TO "resource";
DROP INDEX "Revision_noun_key_id_idx";
DROP INDEX "Revision_noun_id_idx";
DROP INDEX "Revision_batchId_noun_idx";
CREATE INDEX "Revision_resource_key_id_idx" ON "Revision"("resource", "key", "id");
CREATE INDEX "Revision_resource_id_idx" ON "Revision"("resource", "id");
CREATE INDEX "Revision_batchId_resource_idx" ON "Revision"("batchId", "resource");
-- What an attempt was answered is JSON, also for an import, of which the bare name of its job was kept.
UPDATE "IdempotencyKey" SET "answer" = json_quote("answer") WHERE "answer" IS NOT NULL AND NOT json_valid("answer");
