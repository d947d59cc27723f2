-- Tables and indexes as the schema asks; then, by hand, the rules that a schema cannot say: CHECK constraints
-- (named <table>_<rule>_check) and the triggers that make the record of changes append-only.

-- CreateTable
CREATE TABLE "Region" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameLocal" TEXT,
    "level" TEXT NOT NULL,
    "parentId" INTEGER,
    CONSTRAINT "Region_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Region_level_check" CHECK ("level" IN ('country', 'province', 'city', 'district', 'zone')),
    CONSTRAINT "Region_code_check" CHECK (length("code") >= 2 AND "code" NOT GLOB '*[^A-Za-z0-9-]*'),
    CONSTRAINT "Region_country_check" CHECK (("level" = 'country') = ("parentId" IS NULL)),
    CONSTRAINT "Region_name_check" CHECK (length("name") > 0)
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "Organisation_slug_check" CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9-]*'),
    CONSTRAINT "Organisation_name_check" CHECK (length("name") > 0)
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Topic_slug_check" CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9-]*'),
    CONSTRAINT "Topic_position_check" CHECK ("position" >= 0)
);

-- CreateTable
CREATE TABLE "Metric" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "counted" TEXT,
    "shareOf" TEXT,
    "accumulation" TEXT,
    "higherIs" TEXT NOT NULL DEFAULT 'neither',
    "shelfLifeMonths" INTEGER,
    "definition" TEXT NOT NULL,
    "topicId" INTEGER NOT NULL,
    CONSTRAINT "Metric_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Metric_slug_check" CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9-]*'),
    CONSTRAINT "Metric_kind_check" CHECK ("kind" IN ('share', 'count', 'money', 'rate', 'duration', 'index')),
    CONSTRAINT "Metric_accumulation_check" CHECK ("accumulation" IS NULL OR "accumulation" IN ('stock', 'flow', 'ratio')),
    CONSTRAINT "Metric_higherIs_check" CHECK ("higherIs" IN ('better', 'worse', 'neither')),
    CONSTRAINT "Metric_shareOf_check" CHECK ("shareOf" IS NULL OR "kind" = 'share'),
    CONSTRAINT "Metric_shelfLife_check" CHECK ("shelfLifeMonths" IS NULL OR "shelfLifeMonths" > 0),
    CONSTRAINT "Metric_money_check" CHECK ("kind" <> 'money' OR "unit" GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT "Metric_texts_check" CHECK (length("name") > 0 AND length("unit") > 0)
);

-- CreateTable
CREATE TABLE "Source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "authors" TEXT,
    "published" TEXT,
    "publishedTo" TEXT,
    "publishedDay" INTEGER,
    "language" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "archiveUrl" TEXT,
    "archivedAt" DATETIME,
    "accessed" TEXT,
    "licence" TEXT,
    "note" TEXT,
    CONSTRAINT "Source_slug_check" CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9-]*'),
    CONSTRAINT "Source_kind_check" CHECK ("kind" IN ('news', 'government', 'statistics', 'report', 'press-release')),
    CONSTRAINT "Source_title_check" CHECK (length("title") > 0 AND length("publisher") > 0),
    CONSTRAINT "Source_published_check" CHECK (("published" IS NULL) = ("publishedTo" IS NULL) AND ("published" IS NULL) = ("publishedDay" IS NULL)),
    CONSTRAINT "Source_publishedShape_check" CHECK ("published" IS NULL OR ("publishedTo" = 'year' AND length("published") = 4) OR ("publishedTo" = 'month' AND length("published") = 7) OR ("publishedTo" = 'day' AND length("published") = 10)),
    CONSTRAINT "Source_publishedText_check" CHECK ("published" IS NULL OR ("published" GLOB '[0-9][0-9][0-9][0-9]' OR "published" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR "published" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')),
    CONSTRAINT "Source_accessed_check" CHECK ("accessed" IS NULL OR ("accessed" GLOB '[0-9][0-9][0-9][0-9]' OR "accessed" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR "accessed" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')),
    CONSTRAINT "Source_url_check" CHECK (("url" LIKE 'http://%' OR "url" LIKE 'https://%') AND length("url") <= 2048),
    CONSTRAINT "Source_archiveUrl_check" CHECK ("archiveUrl" IS NULL OR "archiveUrl" LIKE 'http://%' OR "archiveUrl" LIKE 'https://%'),
    CONSTRAINT "Source_archived_check" CHECK (("archiveUrl" IS NULL) = ("archivedAt" IS NULL))
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "importKey" TEXT,
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER,
    "value" REAL NOT NULL,
    "digits" TEXT NOT NULL,
    "valueHigh" REAL,
    "digitsHigh" TEXT,
    "wording" TEXT NOT NULL,
    "qualifier" TEXT,
    "alternative" REAL,
    "alternativeDigits" TEXT,
    "alternativeUnit" TEXT,
    "periodStart" TEXT,
    "periodEnd" TEXT,
    "asOf" TEXT,
    "firstDay" INTEGER,
    "lastDay" INTEGER,
    "speaker" TEXT,
    "speakerKind" TEXT NOT NULL,
    "outlook" TEXT NOT NULL DEFAULT 'outcome',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "batchId" INTEGER,
    CONSTRAINT "Figure_metricId_fkey" FOREIGN KEY ("metricId") REFERENCES "Metric" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Figure_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Figure_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Figure_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Figure_publicId_check" CHECK (length("publicId") >= 16 AND "publicId" NOT GLOB '*[^A-Za-z0-9]*'),
    CONSTRAINT "Figure_wording_check" CHECK ("wording" IN ('exactly', 'about', 'more_than', 'at_least', 'nearly', 'less_than', 'up_to', 'between')),
    CONSTRAINT "Figure_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "Figure_status_check" CHECK ("status" IN ('draft', 'published', 'retracted')),
    CONSTRAINT "Figure_speakerKind_check" CHECK ("speakerKind" IN ('official_statistic', 'official_statement', 'company', 'outlet', 'unnamed')),
    CONSTRAINT "Figure_value_check" CHECK ("value" BETWEEN -1e300 AND 1e300),
    CONSTRAINT "Figure_digits_check" CHECK (length("digits") > 0 AND "digits" NOT GLOB '*[^0-9.-]*'),
    CONSTRAINT "Figure_valueHigh_check" CHECK (("wording" = 'between') = ("valueHigh" IS NOT NULL) AND ("valueHigh" IS NULL) = ("digitsHigh" IS NULL) AND ("valueHigh" IS NULL OR ("valueHigh" > "value" AND "valueHigh" <= 1e300))),
    CONSTRAINT "Figure_alternative_check" CHECK (("alternative" IS NULL) = ("alternativeDigits" IS NULL) AND ("alternative" IS NULL) = ("alternativeUnit" IS NULL) AND ("alternativeUnit" IS NULL OR "alternativeUnit" GLOB '[A-Z][A-Z][A-Z]')),
    CONSTRAINT "Figure_periodStart_check" CHECK ("periodStart" IS NULL OR ("periodStart" GLOB '[0-9][0-9][0-9][0-9]' OR "periodStart" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR "periodStart" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')),
    CONSTRAINT "Figure_periodEnd_check" CHECK ("periodEnd" IS NULL OR ("periodEnd" GLOB '[0-9][0-9][0-9][0-9]' OR "periodEnd" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR "periodEnd" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')),
    CONSTRAINT "Figure_asOf_check" CHECK ("asOf" IS NULL OR ("asOf" GLOB '[0-9][0-9][0-9][0-9]' OR "asOf" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR "asOf" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')),
    CONSTRAINT "Figure_days_check" CHECK (("firstDay" IS NULL) = ("lastDay" IS NULL) AND ("firstDay" IS NULL OR "firstDay" <= "lastDay") AND ("firstDay" IS NULL) = ("periodStart" IS NULL AND "periodEnd" IS NULL AND "asOf" IS NULL)),
    CONSTRAINT "Figure_version_check" CHECK ("version" >= 1)
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "figureId" INTEGER,
    "milestoneId" INTEGER,
    "sourceId" INTEGER NOT NULL,
    "locator" TEXT,
    "phrase" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "role" TEXT NOT NULL DEFAULT 'origin',
    CONSTRAINT "Citation_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Citation_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Citation_subject_check" CHECK (("figureId" IS NULL) <> ("milestoneId" IS NULL)),
    CONSTRAINT "Citation_phrase_check" CHECK ("phrase" IS NULL OR length("phrase") BETWEEN 1 AND 300),
    CONSTRAINT "Citation_figurePhrase_check" CHECK ("figureId" IS NULL OR "phrase" IS NOT NULL),
    CONSTRAINT "Citation_role_check" CHECK ("role" IN ('origin', 'repeat'))
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "regionId" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    CONSTRAINT "Milestone_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Milestone_slug_check" CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9-]*'),
    CONSTRAINT "Milestone_date_check" CHECK (("date" GLOB '[0-9][0-9][0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')),
    CONSTRAINT "Milestone_status_check" CHECK ("status" IN ('draft', 'published', 'retracted')),
    CONSTRAINT "Milestone_title_check" CHECK (length("title") > 0)
);

-- CreateTable
CREATE TABLE "Chart" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT NOT NULL,
    "topicId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "scale" TEXT NOT NULL DEFAULT 'linear',
    "rows" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    CONSTRAINT "Chart_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Chart_slug_check" CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9-]*'),
    CONSTRAINT "Chart_kind_check" CHECK ("kind" IN ('bar', 'dot', 'line', 'facts', 'timeline')),
    CONSTRAINT "Chart_scale_check" CHECK ("scale" IN ('linear', 'log')),
    CONSTRAINT "Chart_log_check" CHECK ("scale" = 'linear' OR "kind" = 'dot'),
    CONSTRAINT "Chart_rows_check" CHECK ("rows" IN ('region', 'period', 'metric', 'organisation')),
    CONSTRAINT "Chart_status_check" CHECK ("status" IN ('draft', 'published', 'retracted')),
    CONSTRAINT "Chart_position_check" CHECK ("position" >= 0)
);

-- CreateTable
CREATE TABLE "ChartMetric" (
    "chartId" INTEGER NOT NULL,
    "metricId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("chartId", "metricId"),
    CONSTRAINT "ChartMetric_chartId_fkey" FOREIGN KEY ("chartId") REFERENCES "Chart" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ChartMetric_metricId_fkey" FOREIGN KEY ("metricId") REFERENCES "Metric" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChartRegion" (
    "chartId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("chartId", "regionId"),
    CONSTRAINT "ChartRegion_chartId_fkey" FOREIGN KEY ("chartId") REFERENCES "Chart" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ChartRegion_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChartFigure" (
    "chartId" INTEGER NOT NULL,
    "figureId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT,

    PRIMARY KEY ("chartId", "figureId"),
    CONSTRAINT "ChartFigure_chartId_fkey" FOREIGN KEY ("chartId") REFERENCES "Chart" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ChartFigure_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "noun" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT,
    "who" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "batchId" INTEGER,
    CONSTRAINT "Revision_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Revision_kind_check" CHECK ("kind" IN ('created', 'updated', 'published', 'retracted', 'imported')),
    CONSTRAINT "Revision_change_check" CHECK ("before" IS NOT NULL OR "after" IS NOT NULL),
    CONSTRAINT "Revision_who_check" CHECK (length("who") > 0)
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "label" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "who" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" DATETIME,
    CONSTRAINT "ImportBatch_status_check" CHECK ("status" IN ('running', 'done', 'undone')),
    CONSTRAINT "ImportBatch_sha256_check" CHECK (length("sha256") = 64),
    CONSTRAINT "ImportBatch_rows_check" CHECK ("rows" >= 0),
    CONSTRAINT "ImportBatch_finished_check" CHECK (("status" = 'running') = ("finishedAt" IS NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "Region_code_key" ON "Region"("code");

-- CreateIndex
CREATE INDEX "Region_parentId_idx" ON "Region"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_name_key" ON "Topic"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Metric_slug_key" ON "Metric"("slug");

-- CreateIndex
CREATE INDEX "Metric_topicId_name_idx" ON "Metric"("topicId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Source_publishedDay_idx" ON "Source"("publishedDay");

-- CreateIndex
CREATE INDEX "Source_title_idx" ON "Source"("title");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_publicId_key" ON "Figure"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_importKey_key" ON "Figure"("importKey");

-- CreateIndex
CREATE INDEX "Figure_metricId_status_regionId_lastDay_outlook_idx" ON "Figure"("metricId", "status", "regionId", "lastDay", "outlook");

-- CreateIndex
CREATE INDEX "Figure_regionId_status_metricId_lastDay_idx" ON "Figure"("regionId", "status", "metricId", "lastDay");

-- CreateIndex
CREATE INDEX "Figure_organisationId_idx" ON "Figure"("organisationId");

-- CreateIndex
CREATE INDEX "Figure_status_lastDay_idx" ON "Figure"("status", "lastDay");

-- CreateIndex
CREATE INDEX "Figure_value_idx" ON "Figure"("value");

-- CreateIndex
CREATE INDEX "Figure_batchId_idx" ON "Figure"("batchId");

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- CreateIndex
CREATE INDEX "Citation_milestoneId_idx" ON "Citation"("milestoneId");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_figureId_sourceId_locator_key" ON "Citation"("figureId", "sourceId", "locator");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_slug_key" ON "Milestone"("slug");

-- CreateIndex
CREATE INDEX "Milestone_regionId_status_day_idx" ON "Milestone"("regionId", "status", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Chart_slug_key" ON "Chart"("slug");

-- CreateIndex
CREATE INDEX "Chart_status_position_idx" ON "Chart"("status", "position");

-- CreateIndex
CREATE INDEX "ChartMetric_metricId_idx" ON "ChartMetric"("metricId");

-- CreateIndex
CREATE INDEX "ChartRegion_regionId_idx" ON "ChartRegion"("regionId");

-- CreateIndex
CREATE INDEX "ChartFigure_figureId_idx" ON "ChartFigure"("figureId");

-- CreateIndex
CREATE INDEX "Revision_noun_key_id_idx" ON "Revision"("noun", "key", "id");

-- CreateIndex
CREATE INDEX "Revision_batchId_idx" ON "Revision"("batchId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportBatch_sha256_key" ON "ImportBatch"("sha256");


-- The record of changes is append-only.
CREATE TRIGGER "Revision_no_update" BEFORE UPDATE ON "Revision"
BEGIN SELECT RAISE(ABORT, 'Revisions are append-only: they cannot be changed'); END;

CREATE TRIGGER "Revision_no_delete" BEFORE DELETE ON "Revision"
BEGIN SELECT RAISE(ABORT, 'Revisions are append-only: they cannot be deleted'); END;
