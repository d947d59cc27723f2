-- A statement's citations are few, whatever is there: what each of them needs is looked up by an index. A join would be planned once for
-- a connection, on tables that may still be small, and would go through all of both for each statement of a large import.
CREATE OR REPLACE FUNCTION "Citation_summary_add"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO "SourceSummary" SELECT a."sourceId", f."metricId", f."regionId", coalesce(f."organisationId", 0), f."outlook", count(*),
    min(f."firstDay"), max(f."lastDay")
  FROM (SELECT "figureId", "sourceId", count(*) AS "places" FROM added WHERE "figureId" IS NOT NULL GROUP BY 1, 2) a
  CROSS JOIN LATERAL (SELECT count(*) AS "places" FROM "Citation" WHERE "figureId" = a."figureId" AND "sourceId" = a."sourceId") c
  CROSS JOIN LATERAL (SELECT * FROM "Figure" WHERE "id" = a."figureId" OFFSET 0) f
  WHERE c."places" = a."places" AND f."status" = 'published' GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT ("sourceId", "metricId", "regionId", "organisationId", "outlook") DO UPDATE SET "figures" = "SourceSummary"."figures" + excluded."figures",
    "firstDay" = least("SourceSummary"."firstDay", excluded."firstDay"), "lastDay" = greatest("SourceSummary"."lastDay", excluded."lastDay");
  RETURN NULL;
END $$;
