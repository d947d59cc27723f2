-- What sets claims about the same thing apart, which of them is preferred, and where published ones cannot all be true: kept by triggers,
-- so that no page compares all figures. Decision 21 has the rules; lib/figures/verdict.ts says the same of each two.
ALTER TABLE "Figure" ADD COLUMN "release" TEXT COLLATE "C" CONSTRAINT "Figure_release_check" CHECK ("release" IN ('preliminary', 'final'));
ALTER TABLE "Figure" ADD COLUMN "basis" TEXT COLLATE "C";
ALTER TABLE "Figure" ADD COLUMN "preferredReason" TEXT COLLATE "C";

DROP INDEX "Figure_metricId_status_regionId_lastDay_outlook_idx";
CREATE INDEX "Figure_by_series_idx" ON "Figure"("metricId", "status", "regionId", "lastDay", "outlook", "organisationId");

CREATE TABLE "ClaimGroup" (
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "outlook" TEXT COLLATE "C" NOT NULL,
    "firstDay" INTEGER NOT NULL,
    "lastDay" INTEGER NOT NULL,
    "release" TEXT COLLATE "C" NOT NULL,
    "basis" TEXT COLLATE "C" NOT NULL,
    "figures" INTEGER NOT NULL,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "openLow" DOUBLE PRECISION,
    "openHigh" DOUBLE PRECISION,
    "apart" DOUBLE PRECISION,
    CONSTRAINT "ClaimGroup_pkey" PRIMARY KEY ("metricId", "regionId", "organisationId", "outlook", "lastDay", "firstDay", "release", "basis"),
    CONSTRAINT "ClaimGroup_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "ClaimGroup_figures_check" CHECK ("figures" >= 2),
    CONSTRAINT "ClaimGroup_apart_check" CHECK ("apart" >= 0)
);

INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(greatest(abs(s."low"), abs(s."high")), 0), 0) END FROM (
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

CREATE INDEX "ClaimGroup_apart_metricId_regionId_idx" ON "ClaimGroup"("apart" DESC NULLS LAST, "metricId", "regionId");

-- All groups of series that end on one day are found anew, each given by its five keys at one place of the lists: mostly a figure or two. Those
-- about the region itself are looked for apart, so that an index finds both.
CREATE FUNCTION "Claims_recount"(metrics integer[], regions integer[], organisations integer[], outlooks text[], days integer[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ClaimGroup" g USING unnest(metrics, regions, organisations, outlooks, days) k("metricId", "regionId", "organisationId", "outlook", "lastDay")
  WHERE (g."metricId", g."regionId", g."organisationId", g."outlook", g."lastDay") = (k."metricId", k."regionId", k."organisationId", k."outlook", k."lastDay");
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
  SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(greatest(abs(s."low"), abs(s."high")), 0), 0) END FROM (
    SELECT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", CASE WHEN m."kind" = 'duration' AND m."unit" = 'years' AND f."firstDay" / 10000 < f."lastDay" / 10000 THEN 0 ELSE f."firstDay" END,
      f."lastDay", coalesce(f."release", ''), coalesce(f."basis", ''), count(*),
      max(CASE WHEN f."wording" IN ('exactly', 'more_than', 'at_least', 'between') THEN f."value" END) AS "low",
      min(CASE WHEN f."wording" = 'between' THEN f."valueHigh" WHEN f."wording" IN ('exactly', 'nearly', 'less_than', 'up_to') THEN f."value" END) AS "high",
      max(CASE WHEN f."wording" = 'more_than' THEN f."value" END) AS "openLow",
      min(CASE WHEN f."wording" IN ('nearly', 'less_than') THEN f."value" END) AS "openHigh"
    FROM unnest(metrics, regions, organisations, outlooks, days) k("metricId", "regionId", "organisationId", "outlook", "lastDay")
    CROSS JOIN LATERAL (
      SELECT o.* FROM "Figure" o WHERE k."organisationId" <> 0 AND o."organisationId" = k."organisationId" AND o."metricId" = k."metricId"
        AND o."status" = 'published' AND o."regionId" = k."regionId" AND o."outlook" = k."outlook" AND o."lastDay" = k."lastDay"
      UNION ALL
      SELECT r.* FROM "Figure" r WHERE k."organisationId" = 0 AND r."organisationId" IS NULL AND r."metricId" = k."metricId"
        AND r."status" = 'published' AND r."regionId" = k."regionId" AND r."outlook" = k."outlook" AND r."lastDay" = k."lastDay"
    ) f JOIN "Metric" m ON m."id" = f."metricId"
    WHERE TRUE
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING count(*) > 1
  ) s;
END $$;

CREATE FUNCTION "Figure_claims_add"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "Claims_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k), array_agg(d)) FROM (
    SELECT DISTINCT "metricId", "regionId", coalesce("organisationId", 0), "outlook", "lastDay" FROM added
    WHERE "status" = 'published' AND "lastDay" IS NOT NULL
  ) s(m, r, o, k, d) HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Figure_claims_insert" AFTER INSERT ON "Figure" REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_claims_add"();

CREATE FUNCTION "Figure_claims_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "Claims_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k), array_agg(d)) FROM (
    SELECT DISTINCT v.m, v.r, v.o, v.k, v.d FROM removed b JOIN added a ON a."id" = b."id"
    CROSS JOIN LATERAL (VALUES
      (b."status", b."metricId", b."regionId", coalesce(b."organisationId", 0), b."outlook", b."lastDay"),
      (a."status", a."metricId", a."regionId", coalesce(a."organisationId", 0), a."outlook", a."lastDay")) v(status, m, r, o, k, d)
    WHERE v.status = 'published' AND v.d IS NOT NULL
      AND (b."status", b."metricId", b."regionId", b."organisationId", b."outlook", b."firstDay", b."lastDay", b."release", b."basis", b."wording", b."value", b."valueHigh")
        IS DISTINCT FROM (a."status", a."metricId", a."regionId", a."organisationId", a."outlook", a."firstDay", a."lastDay", a."release", a."basis", a."wording", a."value", a."valueHigh")
  ) s HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Figure_claims_update" AFTER UPDATE ON "Figure" REFERENCING OLD TABLE AS removed NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_claims_change"();

CREATE FUNCTION "Figure_claims_remove"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "Claims_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k), array_agg(d)) FROM (
    SELECT DISTINCT "metricId", "regionId", coalesce("organisationId", 0), "outlook", "lastDay" FROM removed
    WHERE "status" = 'published' AND "lastDay" IS NOT NULL
  ) s(m, r, o, k, d) HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Figure_claims_delete" AFTER DELETE ON "Figure" REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_claims_remove"();

-- What a metric measures decides whether its figures tell the length of a run.
CREATE FUNCTION "Metric_claims_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ClaimGroup" WHERE "metricId" = NEW."id";
  INSERT INTO "ClaimGroup" ("metricId", "regionId", "organisationId", "outlook", "firstDay", "lastDay", "release", "basis", "figures", "low", "high", "openLow", "openHigh", "apart")
  SELECT s.*, CASE WHEN s."low" > s."high" OR s."openLow" >= s."high" OR s."low" >= s."openHigh"
    THEN coalesce((s."low" - s."high") / nullif(greatest(abs(s."low"), abs(s."high")), 0), 0) END FROM (
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
  RETURN NULL;
END $$;
CREATE TRIGGER "Metric_claims_update" AFTER UPDATE ON "Metric" FOR EACH ROW
WHEN (OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."unit" IS DISTINCT FROM NEW."unit") EXECUTE FUNCTION "Metric_claims_change"();
