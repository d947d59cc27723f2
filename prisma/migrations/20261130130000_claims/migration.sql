-- What sets claims about the same thing apart, which of them is preferred, and where published ones cannot all be true: kept by triggers,
-- so that no page compares all figures. Decision 21 has the rules; lib/figures/verdict.ts says the same of each two.
ALTER TABLE "Figure" ADD COLUMN "release" TEXT CONSTRAINT "Figure_release_check" CHECK ("release" IN ('preliminary', 'final'));
ALTER TABLE "Figure" ADD COLUMN "basis" TEXT;
ALTER TABLE "Figure" ADD COLUMN "preferredReason" TEXT;

DROP INDEX "Figure_metricId_status_regionId_lastDay_outlook_idx";
CREATE INDEX "Figure_by_series_idx" ON "Figure"("metricId", "status", "regionId", "lastDay", "outlook", "organisationId");

CREATE TABLE "ClaimGroup" (
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "outlook" TEXT NOT NULL,
    "firstDay" INTEGER NOT NULL,
    "lastDay" INTEGER NOT NULL,
    "release" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "figures" INTEGER NOT NULL,
    "apart" REAL,
    PRIMARY KEY ("metricId", "regionId", "organisationId", "outlook", "lastDay", "firstDay", "release", "basis"),
    CONSTRAINT "ClaimGroup_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "ClaimGroup_figures_check" CHECK ("figures" >= 2),
    CONSTRAINT "ClaimGroup_apart_check" CHECK ("apart" >= 0)
) WITHOUT ROWID;

INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "apart")
SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook",
    CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END, f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
    CASE WHEN max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) > min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) >= min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) >= min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END)
    THEN coalesce((max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) - min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))
      / nullif(max(abs(max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END)), abs(min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))), 0), 0) END
  FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
  WHERE f."status" = 'published' AND f."lastDay" IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1;

CREATE INDEX "ClaimGroup_apart_metricId_regionId_idx" ON "ClaimGroup"("apart" DESC, "metricId", "regionId");

-- All groups of a series that end on one day are found anew: mostly a figure or two.
CREATE TRIGGER "Figure_claims_insert" AFTER INSERT ON "Figure" WHEN NEW."status" = 'published' AND NEW."lastDay" IS NOT NULL AND EXISTS
  (SELECT 1 FROM "Figure" f WHERE f."metricId" = NEW."metricId" AND f."status" = 'published' AND f."regionId" = NEW."regionId"
    AND f."lastDay" = NEW."lastDay" AND f."outlook" = NEW."outlook" AND f."organisationId" IS NEW."organisationId" AND f."id" <> NEW."id") BEGIN
  DELETE FROM "ClaimGroup" WHERE "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay";
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "apart")
  SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook",
    CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END, f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
    CASE WHEN max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) > min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) >= min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) >= min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END)
    THEN coalesce((max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) - min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))
      / nullif(max(abs(max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END)), abs(min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))), 0), 0) END
  FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
  WHERE f."metricId" = NEW."metricId" AND f."status" = 'published' AND f."regionId" = NEW."regionId"
    AND f."lastDay" = NEW."lastDay" AND f."outlook" = NEW."outlook" AND f."organisationId" IS NEW."organisationId"
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1;
END;

CREATE TRIGGER "Figure_claims_update" AFTER UPDATE OF "status", "metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "wording", "value", "valueHigh" ON "Figure"
WHEN (OLD."status" = 'published' OR NEW."status" = 'published') AND (OLD."status" IS NOT NEW."status" OR OLD."metricId" IS NOT NEW."metricId" OR OLD."regionId" IS NOT NEW."regionId" OR OLD."organisationId" IS NOT NEW."organisationId" OR OLD."outlook" IS NOT NEW."outlook" OR OLD."firstDay" IS NOT NEW."firstDay" OR OLD."lastDay" IS NOT NEW."lastDay" OR OLD."release" IS NOT NEW."release" OR OLD."basis" IS NOT NEW."basis" OR OLD."wording" IS NOT NEW."wording" OR OLD."value" IS NOT NEW."value" OR OLD."valueHigh" IS NOT NEW."valueHigh") BEGIN
  DELETE FROM "ClaimGroup" WHERE "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay";
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "apart")
  SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook",
    CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END, f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
    CASE WHEN max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) > min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) >= min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) >= min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END)
    THEN coalesce((max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) - min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))
      / nullif(max(abs(max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END)), abs(min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))), 0), 0) END
  FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
  WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId"
    AND f."lastDay" = OLD."lastDay" AND f."outlook" = OLD."outlook" AND f."organisationId" IS OLD."organisationId"
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1;
  DELETE FROM "ClaimGroup" WHERE "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay";
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "apart")
  SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook",
    CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END, f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
    CASE WHEN max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) > min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) >= min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) >= min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END)
    THEN coalesce((max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) - min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))
      / nullif(max(abs(max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END)), abs(min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))), 0), 0) END
  FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
  WHERE f."metricId" = NEW."metricId" AND f."status" = 'published' AND f."regionId" = NEW."regionId"
    AND f."lastDay" = NEW."lastDay" AND f."outlook" = NEW."outlook" AND f."organisationId" IS NEW."organisationId"
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1;
END;

CREATE TRIGGER "Figure_claims_delete" AFTER DELETE ON "Figure" WHEN OLD."status" = 'published' BEGIN
  DELETE FROM "ClaimGroup" WHERE "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay";
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "apart")
  SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook",
    CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END, f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
    CASE WHEN max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) > min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) >= min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) >= min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END)
    THEN coalesce((max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) - min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))
      / nullif(max(abs(max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END)), abs(min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))), 0), 0) END
  FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
  WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId"
    AND f."lastDay" = OLD."lastDay" AND f."outlook" = OLD."outlook" AND f."organisationId" IS OLD."organisationId"
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1;
END;

-- What a metric measures decides whether its figures tell the length of a run.
CREATE TRIGGER "Metric_claims_update" AFTER UPDATE OF "kind", "unit" ON "Metric" WHEN OLD."kind" IS NOT NEW."kind" OR OLD."unit" IS NOT NEW."unit" BEGIN
  DELETE FROM "ClaimGroup" WHERE "metricId" = NEW."id";
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "apart")
  SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook",
    CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END, f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
    CASE WHEN max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) > min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) >= min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END)
      OR max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) >= min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END)
    THEN coalesce((max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) - min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))
      / nullif(max(abs(max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END)), abs(min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END))), 0), 0) END
  FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
  WHERE f."metricId" = NEW."id" AND f."status" = 'published' AND f."lastDay" IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1;
END;
