-- Tells servers that listen that something was published (server/pages/publication-notices.ts).
CREATE FUNCTION "Publication_notify"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('footnote_published', ''); RETURN NULL; END $$;

CREATE TRIGGER "Publication_notice" AFTER UPDATE ON "Publication"
FOR EACH STATEMENT EXECUTE FUNCTION "Publication_notify"();
