-- How many figures there are, and between which days, by series and by source: kept by triggers, so that no page has to count all
-- figures. Indexes hold figures in the order in which lists show them.
DROP INDEX "Figure_status_lastDay_idx";
CREATE INDEX "Figure_status_lastDay_id_outlook_idx" ON "Figure"("status", "lastDay" DESC NULLS LAST, "id", "outlook");
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

-- Counts series anew, each given by its four keys at one place of the lists.
CREATE FUNCTION "Summary_recount"(metrics integer[], regions integer[], organisations integer[], outlooks text[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SeriesSummary" s USING unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook")
  WHERE (s."metricId", s."regionId", s."organisationId", s."outlook") = (k."metricId", k."regionId", k."organisationId", k."outlook");
  DELETE FROM "SourceSummary" s USING unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook")
  WHERE (s."metricId", s."regionId", s."organisationId", s."outlook") = (k."metricId", k."regionId", k."organisationId", k."outlook");
  INSERT INTO "SeriesSummary" SELECT k.*, count(*), min(f."firstDay"), max(f."lastDay")
  FROM unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook") JOIN "Figure" f
    ON f."metricId" = k."metricId" AND f."status" = 'published' AND f."regionId" = k."regionId"
      AND coalesce(f."organisationId", 0) = k."organisationId" AND f."outlook" = k."outlook"
  GROUP BY 1, 2, 3, 4;
  INSERT INTO "SourceSummary" SELECT c."sourceId", k.*, count(*), min(f."firstDay"), max(f."lastDay")
  FROM unnest(metrics, regions, organisations, outlooks) k("metricId", "regionId", "organisationId", "outlook") JOIN "Figure" f
    ON f."metricId" = k."metricId" AND f."status" = 'published' AND f."regionId" = k."regionId"
      AND coalesce(f."organisationId", 0) = k."organisationId" AND f."outlook" = k."outlook"
    CROSS JOIN LATERAL (SELECT DISTINCT "sourceId" FROM "Citation" WHERE "figureId" = f."id") c
  GROUP BY 1, 2, 3, 4, 5;
END $$;

-- Once for a statement, however many figures it changes: the series in which they were published before it, and in which they are after.
CREATE FUNCTION "Figure_summary"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said CONSTANT text := '"id", "status", "metricId", "regionId", coalesce("organisationId", 0), "outlook", "firstDay", "lastDay"';
  changed CONSTANT text := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %s FROM added', said)
    WHEN 'DELETE' THEN format('SELECT %s FROM removed', said)
    ELSE format('(SELECT %1$s FROM removed EXCEPT SELECT %1$s FROM added) UNION ALL (SELECT %1$s FROM added EXCEPT SELECT %1$s FROM removed)', said)
  END;
BEGIN
  EXECUTE format($sql$
    SELECT "Summary_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k))
    FROM (SELECT DISTINCT m, r, o, k FROM (%s) c(id, status, m, r, o, k) WHERE status = 'published') s HAVING count(*) > 0
  $sql$, changed);
  RETURN NULL;
END $$;
CREATE TRIGGER "Figure_summary_insert" AFTER INSERT ON "Figure" REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_summary"();
CREATE TRIGGER "Figure_summary_update" AFTER UPDATE ON "Figure" REFERENCING OLD TABLE AS removed NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_summary"();
CREATE TRIGGER "Figure_summary_delete" AFTER DELETE ON "Figure" REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION "Figure_summary"();

-- A figure that is gone takes its citations with it, and is counted by then.
CREATE FUNCTION "Citation_summary"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "Summary_recount"(array_agg(m), array_agg(r), array_agg(o), array_agg(k))
  FROM (SELECT DISTINCT f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook"
    FROM changed c JOIN "Figure" f ON f."id" = c."figureId" WHERE f."status" = 'published') s(m, r, o, k)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Citation_summary_insert" AFTER INSERT ON "Citation" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "Citation_summary"();
CREATE TRIGGER "Citation_summary_delete" AFTER DELETE ON "Citation" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "Citation_summary"();

CREATE FUNCTION "Citation_refuse_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A citation stays with its figure and its source: remove it and add another';
END $$;
CREATE TRIGGER "Citation_no_move" BEFORE UPDATE ON "Citation" FOR EACH ROW
WHEN (OLD."figureId" IS DISTINCT FROM NEW."figureId" OR OLD."sourceId" <> NEW."sourceId") EXECUTE FUNCTION "Citation_refuse_move"();
