-- How many figures there are, and between which days, by series and by source: kept by triggers, so that no page has to count all
-- figures. Indexes hold figures in the order in which lists show them.
DROP INDEX "Figure_status_lastDay_idx";
CREATE INDEX "Figure_by_day_idx" ON "Figure"("status", "lastDay" DESC, "id", "outlook", "firstDay", "wording");
DROP INDEX "Figure_regionId_status_metricId_lastDay_idx";
CREATE INDEX "Figure_regionId_status_metricId_lastDay_outlook_idx" ON "Figure"("regionId", "status", "metricId", "lastDay", "outlook");
DROP INDEX "Citation_sourceId_idx";
CREATE INDEX "Citation_sourceId_figureId_idx" ON "Citation"("sourceId", "figureId");

CREATE TABLE "SeriesSummary" (
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "outlook" TEXT NOT NULL,
    "figures" INTEGER NOT NULL,
    "firstDay" INTEGER,
    "lastDay" INTEGER,
    PRIMARY KEY ("metricId", "regionId", "organisationId", "outlook"),
    CONSTRAINT "SeriesSummary_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "SeriesSummary_figures_check" CHECK ("figures" >= 0)
) WITHOUT ROWID;

CREATE TABLE "SourceSummary" (
    "sourceId" INTEGER NOT NULL,
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "outlook" TEXT NOT NULL,
    "figures" INTEGER NOT NULL,
    "firstDay" INTEGER,
    "lastDay" INTEGER,
    PRIMARY KEY ("sourceId", "metricId", "regionId", "organisationId", "outlook"),
    CONSTRAINT "SourceSummary_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "SourceSummary_figures_check" CHECK ("figures" >= 0)
) WITHOUT ROWID;

INSERT INTO "SeriesSummary" SELECT "metricId", "regionId", coalesce("organisationId", 0), "outlook", count(*), min("firstDay"), max("lastDay")
FROM "Figure" WHERE "status" = 'published' GROUP BY 1, 2, 3, 4;

INSERT INTO "SourceSummary" SELECT c."sourceId", f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", count(*),
  min(f."firstDay"), max(f."lastDay")
FROM (SELECT DISTINCT "sourceId", "figureId" FROM "Citation" WHERE "figureId" IS NOT NULL) c
JOIN "Figure" f ON f."id" = c."figureId" WHERE f."status" = 'published' GROUP BY 1, 2, 3, 4, 5;

CREATE INDEX "SeriesSummary_regionId_idx" ON "SeriesSummary"("regionId");
CREATE INDEX "SourceSummary_regionId_sourceId_idx" ON "SourceSummary"("regionId", "sourceId");
CREATE INDEX "SourceSummary_metricId_regionId_idx" ON "SourceSummary"("metricId", "regionId");

-- Its citations come after it.
CREATE TRIGGER "Figure_summary_insert" AFTER INSERT ON "Figure" WHEN NEW."status" = 'published' BEGIN
  INSERT INTO "SeriesSummary" VALUES
    (NEW."metricId", NEW."regionId", coalesce(NEW."organisationId", 0), NEW."outlook", 1, NEW."firstDay", NEW."lastDay")
  ON CONFLICT DO UPDATE SET "figures" = "figures" + 1,
    "firstDay" = coalesce(min("firstDay", excluded."firstDay"), "firstDay", excluded."firstDay"),
    "lastDay" = coalesce(max("lastDay", excluded."lastDay"), "lastDay", excluded."lastDay");
END;

CREATE TRIGGER "Figure_summary_update" AFTER UPDATE OF "status", "metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay"
ON "Figure" WHEN (OLD."status" = 'published' OR NEW."status" = 'published') AND (OLD."status" IS NOT NEW."status" OR OLD."metricId" IS NOT NEW."metricId" OR OLD."regionId" IS NOT NEW."regionId" OR OLD."organisationId" IS NOT NEW."organisationId" OR OLD."outlook" IS NOT NEW."outlook" OR OLD."firstDay" IS NOT NEW."firstDay" OR OLD."lastDay" IS NOT NEW."lastDay") BEGIN
  UPDATE "SeriesSummary" SET "figures" = "figures" - 1 WHERE OLD."status" = 'published'
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
  UPDATE "SeriesSummary" SET ("firstDay", "lastDay") = (SELECT min(f."firstDay"), max(f."lastDay") FROM "Figure" f
    WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId"
      AND f."organisationId" IS OLD."organisationId" AND f."outlook" = OLD."outlook")
  WHERE OLD."status" = 'published' AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook"
    AND ("firstDay" IS OLD."firstDay" OR "lastDay" IS OLD."lastDay");
  DELETE FROM "SeriesSummary" WHERE "figures" = 0
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
  UPDATE "SourceSummary" SET "figures" = "figures" - 1 WHERE OLD."status" = 'published'
    AND "sourceId" IN (SELECT "sourceId" FROM "Citation" WHERE "figureId" = OLD."id")
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
  UPDATE "SourceSummary" SET ("firstDay", "lastDay") = (SELECT min(f."firstDay"), max(f."lastDay") FROM "Figure" f
    WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId"
      AND f."organisationId" IS OLD."organisationId" AND f."outlook" = OLD."outlook"
      AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."figureId" = f."id" AND c."sourceId" = "SourceSummary"."sourceId"))
  WHERE OLD."status" = 'published' AND "sourceId" IN (SELECT "sourceId" FROM "Citation" WHERE "figureId" = OLD."id")
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook"
    AND ("firstDay" IS OLD."firstDay" OR "lastDay" IS OLD."lastDay");
  DELETE FROM "SourceSummary" WHERE "figures" = 0
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
  INSERT INTO "SeriesSummary" SELECT NEW."metricId", NEW."regionId", coalesce(NEW."organisationId", 0), NEW."outlook", 1, NEW."firstDay", NEW."lastDay" WHERE NEW."status" = 'published'
  ON CONFLICT DO UPDATE SET "figures" = "figures" + 1,
    "firstDay" = coalesce(min("firstDay", excluded."firstDay"), "firstDay", excluded."firstDay"),
    "lastDay" = coalesce(max("lastDay", excluded."lastDay"), "lastDay", excluded."lastDay");
  INSERT INTO "SourceSummary" SELECT c."sourceId", NEW."metricId", NEW."regionId", coalesce(NEW."organisationId", 0), NEW."outlook", 1, NEW."firstDay", NEW."lastDay"
  FROM (SELECT DISTINCT "sourceId" FROM "Citation" WHERE "figureId" = NEW."id") c WHERE NEW."status" = 'published'
  ON CONFLICT DO UPDATE SET "figures" = "figures" + 1,
    "firstDay" = coalesce(min("firstDay", excluded."firstDay"), "firstDay", excluded."firstDay"),
    "lastDay" = coalesce(max("lastDay", excluded."lastDay"), "lastDay", excluded."lastDay");
END;

-- Before, since its citations go with it.
CREATE TRIGGER "Figure_summary_delete" BEFORE DELETE ON "Figure" WHEN OLD."status" = 'published' BEGIN
  UPDATE "SeriesSummary" SET "figures" = "figures" - 1 WHERE OLD."status" = 'published'
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
  UPDATE "SeriesSummary" SET ("firstDay", "lastDay") = (SELECT min(f."firstDay"), max(f."lastDay") FROM "Figure" f
    WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId"
      AND f."organisationId" IS OLD."organisationId" AND f."outlook" = OLD."outlook" AND f."id" <> OLD."id")
  WHERE OLD."status" = 'published' AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook"
    AND ("firstDay" IS OLD."firstDay" OR "lastDay" IS OLD."lastDay");
  DELETE FROM "SeriesSummary" WHERE "figures" = 0
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
  UPDATE "SourceSummary" SET "figures" = "figures" - 1 WHERE OLD."status" = 'published'
    AND "sourceId" IN (SELECT "sourceId" FROM "Citation" WHERE "figureId" = OLD."id")
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
  UPDATE "SourceSummary" SET ("firstDay", "lastDay") = (SELECT min(f."firstDay"), max(f."lastDay") FROM "Figure" f
    WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId"
      AND f."organisationId" IS OLD."organisationId" AND f."outlook" = OLD."outlook" AND f."id" <> OLD."id"
      AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."figureId" = f."id" AND c."sourceId" = "SourceSummary"."sourceId"))
  WHERE OLD."status" = 'published' AND "sourceId" IN (SELECT "sourceId" FROM "Citation" WHERE "figureId" = OLD."id")
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook"
    AND ("firstDay" IS OLD."firstDay" OR "lastDay" IS OLD."lastDay");
  DELETE FROM "SourceSummary" WHERE "figures" = 0
    AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId" AND "organisationId" = coalesce(OLD."organisationId", 0)
    AND "outlook" = OLD."outlook";
END;

-- A figure that is cited from two places of a source is one figure.
CREATE TRIGGER "Citation_summary_insert" AFTER INSERT ON "Citation" WHEN NEW."figureId" IS NOT NULL AND NOT EXISTS
  (SELECT 1 FROM "Citation" WHERE "figureId" = NEW."figureId" AND "sourceId" = NEW."sourceId" AND "id" <> NEW."id") BEGIN
  INSERT INTO "SourceSummary" SELECT NEW."sourceId", f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", 1, f."firstDay", f."lastDay"
  FROM "Figure" f WHERE f."id" = NEW."figureId" AND f."status" = 'published'
  ON CONFLICT DO UPDATE SET "figures" = "figures" + 1,
    "firstDay" = coalesce(min("firstDay", excluded."firstDay"), "firstDay", excluded."firstDay"),
    "lastDay" = coalesce(max("lastDay", excluded."lastDay"), "lastDay", excluded."lastDay");
END;

CREATE TRIGGER "Citation_summary_delete" AFTER DELETE ON "Citation" WHEN OLD."figureId" IS NOT NULL AND NOT EXISTS
  (SELECT 1 FROM "Citation" WHERE "figureId" = OLD."figureId" AND "sourceId" = OLD."sourceId") BEGIN
  UPDATE "SourceSummary" SET "figures" = "figures" - 1,
    ("firstDay", "lastDay") = (SELECT min(f."firstDay"), max(f."lastDay") FROM "Figure" f
      WHERE f."metricId" = "SourceSummary"."metricId" AND f."status" = 'published' AND f."regionId" = "SourceSummary"."regionId"
        AND coalesce(f."organisationId", 0) = "SourceSummary"."organisationId" AND f."outlook" = "SourceSummary"."outlook"
        AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."figureId" = f."id" AND c."sourceId" = OLD."sourceId"))
  WHERE ("sourceId", "metricId", "regionId", "organisationId", "outlook") =
    (SELECT OLD."sourceId", f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook"
     FROM "Figure" f WHERE f."id" = OLD."figureId" AND f."status" = 'published');
  DELETE FROM "SourceSummary" WHERE "figures" = 0 AND "sourceId" = OLD."sourceId";
END;

CREATE TRIGGER "Citation_no_move" BEFORE UPDATE OF "figureId", "sourceId" ON "Citation"
WHEN OLD."figureId" IS NOT NEW."figureId" OR OLD."sourceId" <> NEW."sourceId"
BEGIN SELECT RAISE(ABORT, 'A citation stays with its figure and its source: remove it and add another'); END;
