-- How many figures there are, and between which days, by series and by source: kept by triggers, so that no page has to count all
-- figures. Indexes hold figures in the order in which lists show them.
DROP INDEX "Figure_status_lastDay_idx";
CREATE INDEX "Figure_by_day_idx" ON "Figure"("status", "lastDay" DESC NULLS LAST, "id", "outlook", "firstDay", "wording");
DROP INDEX "Figure_regionId_status_metricId_lastDay_idx";
CREATE INDEX "Figure_regionId_status_metricId_lastDay_outlook_idx" ON "Figure"("regionId", "status", "metricId", "lastDay", "outlook");
DROP INDEX "Citation_sourceId_idx";
CREATE INDEX "Citation_sourceId_figureId_idx" ON "Citation"("sourceId", "figureId");

CREATE TABLE "SeriesSummary" (
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "outlook" TEXT COLLATE "C" NOT NULL,
    "figures" INTEGER NOT NULL,
    "firstDay" INTEGER,
    "lastDay" INTEGER,
    CONSTRAINT "SeriesSummary_pkey" PRIMARY KEY ("metricId", "regionId", "organisationId", "outlook"),
    CONSTRAINT "SeriesSummary_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "SeriesSummary_figures_check" CHECK ("figures" >= 0)
);

CREATE TABLE "SourceSummary" (
    "sourceId" INTEGER NOT NULL,
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "outlook" TEXT COLLATE "C" NOT NULL,
    "figures" INTEGER NOT NULL,
    "firstDay" INTEGER,
    "lastDay" INTEGER,
    CONSTRAINT "SourceSummary_pkey" PRIMARY KEY ("sourceId", "metricId", "regionId", "organisationId", "outlook"),
    CONSTRAINT "SourceSummary_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "SourceSummary_figures_check" CHECK ("figures" >= 0)
);

INSERT INTO "SeriesSummary" SELECT "metricId", "regionId", coalesce("organisationId", 0), "outlook", count(*), min("firstDay"), max("lastDay")
FROM "Figure" WHERE "status" = 'published' GROUP BY 1, 2, 3, 4;

INSERT INTO "SourceSummary" SELECT c."sourceId", f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", count(*),
  min(f."firstDay"), max(f."lastDay")
FROM (SELECT DISTINCT "sourceId", "figureId" FROM "Citation" WHERE "figureId" IS NOT NULL) c
JOIN "Figure" f ON f."id" = c."figureId" WHERE f."status" = 'published' GROUP BY 1, 2, 3, 4, 5;

CREATE INDEX "SeriesSummary_regionId_idx" ON "SeriesSummary"("regionId");
CREATE INDEX "SourceSummary_regionId_sourceId_idx" ON "SourceSummary"("regionId", "sourceId");
CREATE INDEX "SourceSummary_metricId_regionId_idx" ON "SourceSummary"("metricId", "regionId");

-- What is added is added to the summaries, once for a statement. A figure's citations come after it.
CREATE FUNCTION "Figure_summary_add"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SeriesSummary" SELECT "metricId", "regionId", coalesce("organisationId", 0), "outlook", count(*), min("firstDay"), max("lastDay")
  FROM added WHERE "status" = 'published' GROUP BY 1, 2, 3, 4
  ON CONFLICT ("metricId", "regionId", "organisationId", "outlook") DO UPDATE SET "figures" = "SeriesSummary"."figures" + excluded."figures",
    "firstDay" = least("SeriesSummary"."firstDay", excluded."firstDay"), "lastDay" = greatest("SeriesSummary"."lastDay", excluded."lastDay");
  RETURN NULL;
END $$;
CREATE TRIGGER "Figure_summary_insert" AFTER INSERT ON "Figure" REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_summary_add"();

-- A figure that is cited from two places of a source is one figure.
CREATE FUNCTION "Citation_summary_add"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SourceSummary" SELECT c."sourceId", f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", count(*),
    min(f."firstDay"), max(f."lastDay")
  FROM (SELECT DISTINCT a."figureId", a."sourceId" FROM added a WHERE NOT EXISTS (SELECT 1 FROM "Citation" o
    WHERE o."figureId" = a."figureId" AND o."sourceId" = a."sourceId" AND o."id" NOT IN (SELECT "id" FROM added))) c
  JOIN "Figure" f ON f."id" = c."figureId" WHERE f."status" = 'published' GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT ("sourceId", "metricId", "regionId", "organisationId", "outlook") DO UPDATE SET "figures" = "SourceSummary"."figures" + excluded."figures",
    "firstDay" = least("SourceSummary"."firstDay", excluded."firstDay"), "lastDay" = greatest("SourceSummary"."lastDay", excluded."lastDay");
  RETURN NULL;
END $$;
CREATE TRIGGER "Citation_summary_insert" AFTER INSERT ON "Citation" REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "Citation_summary_add"();

-- Series from which something is taken are counted anew, each given by its four keys at one place of the lists.
CREATE FUNCTION "Summary_recount"(metrics integer[], regions integer[], organisations integer[], outlooks text[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SeriesSummary" s USING unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook")
  WHERE (s."metricId", s."regionId", s."organisationId", s."outlook") = (k."metricId", k."regionId", k."organisationId", k."outlook");
  DELETE FROM "SourceSummary" s USING unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook")
  WHERE (s."metricId", s."regionId", s."organisationId", s."outlook") = (k."metricId", k."regionId", k."organisationId", k."outlook");
  INSERT INTO "SeriesSummary" SELECT k.*, count(*), min(f."firstDay"), max(f."lastDay")
  FROM unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook")
  JOIN "Figure" f ON f."metricId" = k."metricId" AND f."status" = 'published' AND f."regionId" = k."regionId"
      AND coalesce(f."organisationId", 0) = k."organisationId" AND f."outlook" = k."outlook"
  GROUP BY 1, 2, 3, 4;
  INSERT INTO "SourceSummary" SELECT c."sourceId", k.*, count(*), min(f."firstDay"), max(f."lastDay")
  FROM unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook")
  JOIN "Figure" f ON f."metricId" = k."metricId" AND f."status" = 'published' AND f."regionId" = k."regionId"
      AND coalesce(f."organisationId", 0) = k."organisationId" AND f."outlook" = k."outlook"
  CROSS JOIN LATERAL (SELECT DISTINCT "sourceId" FROM "Citation" WHERE "figureId" = f."id") c
  GROUP BY 1, 2, 3, 4, 5;
END $$;

CREATE FUNCTION "Figure_summary_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "Summary_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k)) FROM (
    SELECT DISTINCT v.m, v.r, v.o, v.k FROM removed b JOIN added a ON a."id" = b."id"
    CROSS JOIN LATERAL (VALUES
      (b."status", b."metricId", b."regionId", coalesce(b."organisationId", 0), b."outlook"),
      (a."status", a."metricId", a."regionId", coalesce(a."organisationId", 0), a."outlook")) v(status, m, r, o, k)
    WHERE v.status = 'published'
      AND (b."status", b."metricId", b."regionId", b."organisationId", b."outlook", b."firstDay", b."lastDay")
        IS DISTINCT FROM (a."status", a."metricId", a."regionId", a."organisationId", a."outlook", a."firstDay", a."lastDay")
  ) s HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Figure_summary_update" AFTER UPDATE ON "Figure" REFERENCING OLD TABLE AS removed NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_summary_change"();

CREATE FUNCTION "Figure_summary_remove"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "Summary_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k)) FROM (
    SELECT DISTINCT "metricId", "regionId", coalesce("organisationId", 0), "outlook" FROM removed WHERE "status" = 'published'
  ) s(m, r, o, k) HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Figure_summary_delete" AFTER DELETE ON "Figure" REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_summary_remove"();

CREATE FUNCTION "Citation_summary_remove"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "Summary_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k)) FROM (
    SELECT DISTINCT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook"
    FROM removed c JOIN "Figure" f ON f."id" = c."figureId" WHERE f."status" = 'published'
  ) s(m, r, o, k) HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Citation_summary_delete" AFTER DELETE ON "Citation" REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION "Citation_summary_remove"();

CREATE FUNCTION "Citation_refuse_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A citation stays with its figure and its source: remove it and add another';
END $$;
CREATE TRIGGER "Citation_no_move" BEFORE UPDATE ON "Citation" FOR EACH ROW
WHEN (OLD."figureId" IS DISTINCT FROM NEW."figureId" OR OLD."sourceId" <> NEW."sourceId") EXECUTE FUNCTION "Citation_refuse_move"();
