-- The key of a record is its address for ever: what is recorded of it, and whoever links to it, knows it by that.
CREATE FUNCTION "key_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'A key never changes: addresses, history and files are kept by it'; END $$;

CREATE TRIGGER "Topic_key_stays" BEFORE UPDATE OF "slug" ON "Topic"
FOR EACH ROW WHEN (NEW."slug" <> OLD."slug") EXECUTE FUNCTION "key_stays"();

CREATE TRIGGER "Organisation_key_stays" BEFORE UPDATE OF "slug" ON "Organisation"
FOR EACH ROW WHEN (NEW."slug" <> OLD."slug") EXECUTE FUNCTION "key_stays"();

CREATE TRIGGER "Metric_key_stays" BEFORE UPDATE OF "slug" ON "Metric"
FOR EACH ROW WHEN (NEW."slug" <> OLD."slug") EXECUTE FUNCTION "key_stays"();

CREATE TRIGGER "Source_key_stays" BEFORE UPDATE OF "slug" ON "Source"
FOR EACH ROW WHEN (NEW."slug" <> OLD."slug") EXECUTE FUNCTION "key_stays"();

CREATE TRIGGER "Region_key_stays" BEFORE UPDATE OF "code" ON "Region"
FOR EACH ROW WHEN (NEW."code" <> OLD."code") EXECUTE FUNCTION "key_stays"();

CREATE TRIGGER "Figure_key_stays" BEFORE UPDATE OF "publicId" ON "Figure"
FOR EACH ROW WHEN (NEW."publicId" <> OLD."publicId") EXECUTE FUNCTION "key_stays"();

CREATE TRIGGER "Milestone_key_stays" BEFORE UPDATE OF "slug" ON "Milestone"
FOR EACH ROW WHEN (NEW."slug" <> OLD."slug") EXECUTE FUNCTION "key_stays"();

CREATE TRIGGER "Chart_key_stays" BEFORE UPDATE OF "slug" ON "Chart"
FOR EACH ROW WHEN (NEW."slug" <> OLD."slug") EXECUTE FUNCTION "key_stays"();
