-- What comes with a draft is not for readers until something published refers to it. All that is there so far is public.
ALTER TABLE "Region" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "Region_listed_idx" ON "Region"("listed");
ALTER TABLE "Organisation" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "Organisation_listed_idx" ON "Organisation"("listed");
ALTER TABLE "Topic" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "Topic_listed_idx" ON "Topic"("listed");
ALTER TABLE "Metric" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "Metric_listed_idx" ON "Metric"("listed");
ALTER TABLE "Source" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "Source_listed_idx" ON "Source"("listed");
