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
    "low" REAL,
    "high" REAL,
    "openLow" REAL,
    "openHigh" REAL,
    "apart" REAL,
    PRIMARY KEY ("metricId", "regionId", "organisationId", "outlook", "lastDay", "firstDay", "release", "basis"),
    CONSTRAINT "ClaimGroup_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "ClaimGroup_figures_check" CHECK ("figures" >= 2),
    CONSTRAINT "ClaimGroup_apart_check" CHECK ("apart" >= 0)
) WITHOUT ROWID;

INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(max(abs(s."low"), abs(s."high")), 0), 0) END FROM (
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END,
      f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
      max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) AS "low",
      min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END) AS "high",
      max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) AS "openLow",
      min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END) AS "openHigh"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
    WHERE f."status" = 'published' AND f."lastDay" IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1
  ) s;

CREATE INDEX "ClaimGroup_apart_metricId_regionId_idx" ON "ClaimGroup"("apart" DESC, "metricId", "regionId");

-- What is added to a group moves its bounds, or makes a group of what was one figure.
CREATE TRIGGER "Figure_claims_insert" AFTER INSERT ON "Figure" WHEN NEW."status" = 'published' AND NEW."lastDay" IS NOT NULL AND EXISTS
  (SELECT 1 FROM "Figure" f WHERE f."metricId" = NEW."metricId" AND f."status" = 'published' AND f."regionId" = NEW."regionId"
    AND f."lastDay" = NEW."lastDay" AND f."outlook" = NEW."outlook" AND f."organisationId" IS NEW."organisationId" AND f."id" <> NEW."id") BEGIN
  UPDATE "ClaimGroup" SET "figures" = "figures" + 1,
    "low" = coalesce(max("low", CASE WHEN NEW."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN NEW."value" END), "low", CASE WHEN NEW."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN NEW."value" END),
    "high" = coalesce(min("high", CASE WHEN NEW."wording" = 'between' THEN NEW."valueHigh" WHEN NEW."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN NEW."value" END), "high", CASE WHEN NEW."wording" = 'between' THEN NEW."valueHigh" WHEN NEW."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN NEW."value" END),
    "openLow" = coalesce(max("openLow", CASE WHEN NEW."wording" = 'more_than' THEN NEW."value" END), "openLow", CASE WHEN NEW."wording" = 'more_than' THEN NEW."value" END),
    "openHigh" = coalesce(min("openHigh", CASE WHEN NEW."wording" IN ('nearly', 'less_than') THEN NEW."value" END), "openHigh", CASE WHEN NEW."wording" IN ('nearly', 'less_than') THEN NEW."value" END)
  WHERE "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay"
    AND "firstDay" = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
    AND "release" = coalesce(NEW."release", '') AND "basis" = coalesce(NEW."basis", '');
  UPDATE "ClaimGroup" SET "apart" = CASE WHEN "low" > "high" OR "openLow" >= "high" OR "low" >= "openHigh"
    THEN coalesce(("low" - "high") / nullif(max(abs("low"), abs("high")), 0), 0) END
  WHERE "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay"
    AND "firstDay" = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
    AND "release" = coalesce(NEW."release", '') AND "basis" = coalesce(NEW."basis", '');
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
  SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(max(abs(s."low"), abs(s."high")), 0), 0) END FROM (
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END,
      f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
      max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) AS "low",
      min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END) AS "high",
      max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) AS "openLow",
      min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END) AS "openHigh"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
    WHERE f."metricId" = NEW."metricId" AND f."status" = 'published' AND f."regionId" = NEW."regionId" AND f."lastDay" = NEW."lastDay"
      AND f."outlook" = NEW."outlook" AND f."organisationId" IS NEW."organisationId" AND f."release" IS NEW."release" AND f."basis" IS NEW."basis"
      AND CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
      AND NOT EXISTS (SELECT 1 FROM "ClaimGroup" WHERE "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay"
    AND "firstDay" = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
    AND "release" = coalesce(NEW."release", '') AND "basis" = coalesce(NEW."basis", ''))
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1
  ) s;
END;

-- What is taken from it is counted anew only where it was one of its bounds. Taken before it changes, added after it did.
CREATE TRIGGER "Figure_claims_update" AFTER UPDATE OF "status", "metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "wording", "value", "valueHigh" ON "Figure"
WHEN (OLD."status" = 'published' OR NEW."status" = 'published') AND (OLD."status" IS NOT NEW."status" OR OLD."metricId" IS NOT NEW."metricId" OR OLD."regionId" IS NOT NEW."regionId" OR OLD."organisationId" IS NOT NEW."organisationId" OR OLD."outlook" IS NOT NEW."outlook" OR OLD."firstDay" IS NOT NEW."firstDay" OR OLD."lastDay" IS NOT NEW."lastDay" OR OLD."release" IS NOT NEW."release" OR OLD."basis" IS NOT NEW."basis" OR OLD."wording" IS NOT NEW."wording" OR OLD."value" IS NOT NEW."value" OR OLD."valueHigh" IS NOT NEW."valueHigh") BEGIN
  DELETE FROM "ClaimGroup" WHERE OLD."status" = 'published' AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay"
    AND "firstDay" = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
    AND "release" = coalesce(OLD."release", '') AND "basis" = coalesce(OLD."basis", '')
    AND ("figures" = 2 OR coalesce("low" = CASE WHEN OLD."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN OLD."value" END, FALSE)
      OR coalesce("high" = CASE WHEN OLD."wording" = 'between' THEN OLD."valueHigh" WHEN OLD."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN OLD."value" END, FALSE)
      OR coalesce("openLow" = CASE WHEN OLD."wording" = 'more_than' THEN OLD."value" END, FALSE)
      OR coalesce("openHigh" = CASE WHEN OLD."wording" IN ('nearly', 'less_than') THEN OLD."value" END, FALSE));
  UPDATE "ClaimGroup" SET "figures" = "figures" - 1 WHERE OLD."status" = 'published' AND "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay"
    AND "firstDay" = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
    AND "release" = coalesce(OLD."release", '') AND "basis" = coalesce(OLD."basis", '');
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
  SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(max(abs(s."low"), abs(s."high")), 0), 0) END FROM (
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END,
      f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
      max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) AS "low",
      min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END) AS "high",
      max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) AS "openLow",
      min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END) AS "openHigh"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
    WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId" AND f."lastDay" = OLD."lastDay"
      AND f."outlook" = OLD."outlook" AND f."organisationId" IS OLD."organisationId" AND f."release" IS OLD."release" AND f."basis" IS OLD."basis"
      AND CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
      AND f."id" <> NEW."id" AND OLD."status" = 'published' AND NOT EXISTS (SELECT 1 FROM "ClaimGroup" WHERE "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay"
    AND "firstDay" = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
    AND "release" = coalesce(OLD."release", '') AND "basis" = coalesce(OLD."basis", ''))
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1
  ) s;
  UPDATE "ClaimGroup" SET "figures" = "figures" + 1,
    "low" = coalesce(max("low", CASE WHEN NEW."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN NEW."value" END), "low", CASE WHEN NEW."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN NEW."value" END),
    "high" = coalesce(min("high", CASE WHEN NEW."wording" = 'between' THEN NEW."valueHigh" WHEN NEW."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN NEW."value" END), "high", CASE WHEN NEW."wording" = 'between' THEN NEW."valueHigh" WHEN NEW."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN NEW."value" END),
    "openLow" = coalesce(max("openLow", CASE WHEN NEW."wording" = 'more_than' THEN NEW."value" END), "openLow", CASE WHEN NEW."wording" = 'more_than' THEN NEW."value" END),
    "openHigh" = coalesce(min("openHigh", CASE WHEN NEW."wording" IN ('nearly', 'less_than') THEN NEW."value" END), "openHigh", CASE WHEN NEW."wording" IN ('nearly', 'less_than') THEN NEW."value" END)
  WHERE NEW."status" = 'published' AND "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay"
    AND "firstDay" = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
    AND "release" = coalesce(NEW."release", '') AND "basis" = coalesce(NEW."basis", '');
  UPDATE "ClaimGroup" SET "apart" = CASE WHEN "low" > "high" OR "openLow" >= "high" OR "low" >= "openHigh"
    THEN coalesce(("low" - "high") / nullif(max(abs("low"), abs("high")), 0), 0) END
  WHERE "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay"
    AND "firstDay" = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
    AND "release" = coalesce(NEW."release", '') AND "basis" = coalesce(NEW."basis", '');
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
  SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(max(abs(s."low"), abs(s."high")), 0), 0) END FROM (
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END,
      f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
      max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) AS "low",
      min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END) AS "high",
      max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) AS "openLow",
      min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END) AS "openHigh"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
    WHERE f."metricId" = NEW."metricId" AND f."status" = 'published' AND f."regionId" = NEW."regionId" AND f."lastDay" = NEW."lastDay"
      AND f."outlook" = NEW."outlook" AND f."organisationId" IS NEW."organisationId" AND f."release" IS NEW."release" AND f."basis" IS NEW."basis"
      AND CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
      AND NEW."status" = 'published' AND NOT EXISTS (SELECT 1 FROM "ClaimGroup" WHERE "metricId" = NEW."metricId" AND "regionId" = NEW."regionId"
    AND "organisationId" = coalesce(NEW."organisationId", 0) AND "outlook" = NEW."outlook" AND "lastDay" = NEW."lastDay"
    AND "firstDay" = CASE WHEN NEW."firstDay" / 10000 < NEW."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = NEW."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE NEW."firstDay" END
    AND "release" = coalesce(NEW."release", '') AND "basis" = coalesce(NEW."basis", ''))
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1
  ) s;
END;

CREATE TRIGGER "Figure_claims_delete" AFTER DELETE ON "Figure" WHEN OLD."status" = 'published' BEGIN
  DELETE FROM "ClaimGroup" WHERE "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay"
    AND "firstDay" = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
    AND "release" = coalesce(OLD."release", '') AND "basis" = coalesce(OLD."basis", '')
    AND ("figures" = 2 OR coalesce("low" = CASE WHEN OLD."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN OLD."value" END, FALSE)
      OR coalesce("high" = CASE WHEN OLD."wording" = 'between' THEN OLD."valueHigh" WHEN OLD."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN OLD."value" END, FALSE)
      OR coalesce("openLow" = CASE WHEN OLD."wording" = 'more_than' THEN OLD."value" END, FALSE)
      OR coalesce("openHigh" = CASE WHEN OLD."wording" IN ('nearly', 'less_than') THEN OLD."value" END, FALSE));
  UPDATE "ClaimGroup" SET "figures" = "figures" - 1 WHERE "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay"
    AND "firstDay" = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
    AND "release" = coalesce(OLD."release", '') AND "basis" = coalesce(OLD."basis", '');
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
  SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(max(abs(s."low"), abs(s."high")), 0), 0) END FROM (
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END,
      f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
      max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) AS "low",
      min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END) AS "high",
      max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) AS "openLow",
      min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END) AS "openHigh"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
    WHERE f."metricId" = OLD."metricId" AND f."status" = 'published' AND f."regionId" = OLD."regionId" AND f."lastDay" = OLD."lastDay"
      AND f."outlook" = OLD."outlook" AND f."organisationId" IS OLD."organisationId" AND f."release" IS OLD."release" AND f."basis" IS OLD."basis"
      AND CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
      AND NOT EXISTS (SELECT 1 FROM "ClaimGroup" WHERE "metricId" = OLD."metricId" AND "regionId" = OLD."regionId"
    AND "organisationId" = coalesce(OLD."organisationId", 0) AND "outlook" = OLD."outlook" AND "lastDay" = OLD."lastDay"
    AND "firstDay" = CASE WHEN OLD."firstDay" / 10000 < OLD."lastDay" / 10000 AND EXISTS
      (SELECT 1 FROM "Metric" WHERE "id" = OLD."metricId" AND "kind" = 'duration' AND "unit" = 'years') THEN 0 ELSE OLD."firstDay" END
    AND "release" = coalesce(OLD."release", '') AND "basis" = coalesce(OLD."basis", ''))
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1
  ) s;
END;

-- What a metric measures decides whether its figures tell the length of a run.
CREATE TRIGGER "Metric_claims_update" AFTER UPDATE OF "kind", "unit" ON "Metric" WHEN OLD."kind" IS NOT NEW."kind" OR OLD."unit" IS NOT NEW."unit" BEGIN
  DELETE FROM "ClaimGroup" WHERE "metricId" = NEW."id";
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
  SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(max(abs(s."low"), abs(s."high")), 0), 0) END FROM (
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END,
      f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
      max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) AS "low",
      min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END) AS "high",
      max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) AS "openLow",
      min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END) AS "openHigh"
    FROM "Figure" f JOIN "Metric" m ON m."id" = f."metricId"
    WHERE f."metricId" = NEW."id" AND f."status" = 'published' AND f."lastDay" IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1
  ) s;
END;
