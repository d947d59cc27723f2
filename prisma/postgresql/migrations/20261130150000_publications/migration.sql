-- First publications of figures, newest first: without going through all changes.
CREATE INDEX "Revision_publications_idx" ON "Revision"("id") WHERE "resource" = 'Figure' AND ("before" IS NULL OR "before" LIKE '%"status":"draft"%') AND "after" LIKE '%"status":"published"%';
