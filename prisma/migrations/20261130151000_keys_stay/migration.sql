-- The key of a record is its address for ever: what is recorded of it, and whoever links to it, knows it by that.

CREATE TRIGGER "Topic_key_stays" BEFORE UPDATE OF "slug" ON "Topic" WHEN NEW."slug" <> OLD."slug"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;

CREATE TRIGGER "Organisation_key_stays" BEFORE UPDATE OF "slug" ON "Organisation" WHEN NEW."slug" <> OLD."slug"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;

CREATE TRIGGER "Metric_key_stays" BEFORE UPDATE OF "slug" ON "Metric" WHEN NEW."slug" <> OLD."slug"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;

CREATE TRIGGER "Source_key_stays" BEFORE UPDATE OF "slug" ON "Source" WHEN NEW."slug" <> OLD."slug"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;

CREATE TRIGGER "Region_key_stays" BEFORE UPDATE OF "code" ON "Region" WHEN NEW."code" <> OLD."code"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;

CREATE TRIGGER "Figure_key_stays" BEFORE UPDATE OF "publicId" ON "Figure" WHEN NEW."publicId" <> OLD."publicId"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;

CREATE TRIGGER "Milestone_key_stays" BEFORE UPDATE OF "slug" ON "Milestone" WHEN NEW."slug" <> OLD."slug"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;

CREATE TRIGGER "Chart_key_stays" BEFORE UPDATE OF "slug" ON "Chart" WHEN NEW."slug" <> OLD."slug"
BEGIN SELECT RAISE(ABORT, 'A key never changes: addresses, history and files are kept by it'); END;
