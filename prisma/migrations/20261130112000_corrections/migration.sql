-- Changes of what readers saw of a figure, and retracted figures that came back, newest first: without going through all changes.
-- Text within JSON has its quotes escaped, so that what is looked for is the member itself.
CREATE INDEX "Revision_corrections_idx" ON "Revision"("id") WHERE "resource" = 'Figure' AND ("before" LIKE '%"status":"published"%' OR ("kind" = 'restored' AND "after" LIKE '%"status":"published"%'));
