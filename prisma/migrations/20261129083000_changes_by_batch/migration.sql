-- Single changes of a noun, newest first, without reading those of imports; and what an import did to one noun.
DROP INDEX "Revision_batchId_idx";
CREATE INDEX "Revision_batchId_noun_idx" ON "Revision"("batchId", "noun");
