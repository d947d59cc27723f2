-- The schema as prisma/migrations leaves it on SQLite. Texts are compared by their bytes, as there (COLLATE "C").

CREATE TABLE "Region" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameLocal" TEXT COLLATE "C",
    "level" TEXT COLLATE "C" NOT NULL,
    "parentId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retracted" BOOLEAN NOT NULL DEFAULT false,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Region_level_check" CHECK ("level" IN ('country', 'province', 'city', 'district', 'zone')),
    CONSTRAINT "Region_code_check" CHECK (length("code") >= 2 AND "code" !~ '[^A-Za-z0-9-]'),
    CONSTRAINT "Region_country_check" CHECK (("level" = 'country') = ("parentId" IS NULL)),
    CONSTRAINT "Region_name_check" CHECK (length("name") > 0)
);

CREATE TABLE "Organisation" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retracted" BOOLEAN NOT NULL DEFAULT false,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Organisation_slug_check" CHECK (length("slug") > 0 AND "slug" !~ '[^a-z0-9-]'),
    CONSTRAINT "Organisation_name_check" CHECK (length("name") > 0)
);

CREATE TABLE "Topic" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retracted" BOOLEAN NOT NULL DEFAULT false,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Topic_slug_check" CHECK (length("slug") > 0 AND "slug" !~ '[^a-z0-9-]'),
    CONSTRAINT "Topic_position_check" CHECK ("position" >= 0)
);

CREATE TABLE "Metric" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "slug" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "unit" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "counted" TEXT COLLATE "C",
    "shareOf" TEXT COLLATE "C",
    "accumulation" TEXT COLLATE "C",
    "higherIs" TEXT COLLATE "C" NOT NULL DEFAULT 'neither',
    "shelfLifeMonths" INTEGER,
    "definition" TEXT COLLATE "C" NOT NULL,
    "topicId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retracted" BOOLEAN NOT NULL DEFAULT false,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Metric_slug_check" CHECK (length("slug") > 0 AND "slug" !~ '[^a-z0-9-]'),
    CONSTRAINT "Metric_kind_check" CHECK ("kind" IN ('share', 'count', 'money', 'rate', 'duration', 'index')),
    CONSTRAINT "Metric_accumulation_check" CHECK ("accumulation" IS NULL OR "accumulation" IN ('stock', 'flow', 'ratio')),
    CONSTRAINT "Metric_higherIs_check" CHECK ("higherIs" IN ('better', 'worse', 'neither')),
    CONSTRAINT "Metric_shareOf_check" CHECK ("shareOf" IS NULL OR "kind" = 'share'),
    CONSTRAINT "Metric_shelfLife_check" CHECK ("shelfLifeMonths" IS NULL OR "shelfLifeMonths" > 0),
    CONSTRAINT "Metric_money_check" CHECK ("kind" <> 'money' OR "unit" ~ '^[A-Z][A-Z][A-Z]$'),
    CONSTRAINT "Metric_texts_check" CHECK (length("name") > 0 AND length("unit") > 0)
);

CREATE TABLE "Source" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "slug" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "publisher" TEXT COLLATE "C" NOT NULL,
    "authors" TEXT COLLATE "C",
    "published" TEXT COLLATE "C",
    "publishedTo" TEXT COLLATE "C",
    "publishedDay" INTEGER,
    "language" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "archiveUrl" TEXT COLLATE "C",
    "archivedAt" TIMESTAMP(3),
    "accessed" TEXT COLLATE "C",
    "licence" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "retracted" BOOLEAN NOT NULL DEFAULT false,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Source_slug_check" CHECK (length("slug") > 0 AND "slug" !~ '[^a-z0-9-]'),
    CONSTRAINT "Source_kind_check" CHECK ("kind" IN ('news', 'government', 'statistics', 'report', 'press-release')),
    CONSTRAINT "Source_title_check" CHECK (length("title") > 0 AND length("publisher") > 0),
    CONSTRAINT "Source_published_check" CHECK (("published" IS NULL) = ("publishedTo" IS NULL) AND ("published" IS NULL) = ("publishedDay" IS NULL)),
    CONSTRAINT "Source_publishedShape_check" CHECK ("published" IS NULL OR ("publishedTo" = 'year' AND length("published") = 4) OR ("publishedTo" = 'month' AND length("published") = 7) OR ("publishedTo" = 'day' AND length("published") = 10)),
    CONSTRAINT "Source_publishedText_check" CHECK ("published" IS NULL OR ("published" ~ '^[0-9][0-9][0-9][0-9]$' OR "published" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]$' OR "published" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$')),
    CONSTRAINT "Source_accessed_check" CHECK ("accessed" IS NULL OR ("accessed" ~ '^[0-9][0-9][0-9][0-9]$' OR "accessed" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]$' OR "accessed" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$')),
    CONSTRAINT "Source_url_check" CHECK (("url" ILIKE 'http://%' OR "url" ILIKE 'https://%') AND length("url") <= 2048),
    CONSTRAINT "Source_archiveUrl_check" CHECK ("archiveUrl" IS NULL OR "archiveUrl" ILIKE 'http://%' OR "archiveUrl" ILIKE 'https://%'),
    CONSTRAINT "Source_archived_check" CHECK (("archiveUrl" IS NULL) = ("archivedAt" IS NULL))
);

CREATE TABLE "Figure" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "publicId" TEXT COLLATE "C" NOT NULL,
    "importKey" TEXT COLLATE "C",
    "metricId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "organisationId" INTEGER,
    "value" DOUBLE PRECISION NOT NULL,
    "digits" TEXT COLLATE "C" NOT NULL,
    "valueHigh" DOUBLE PRECISION,
    "digitsHigh" TEXT COLLATE "C",
    "wording" TEXT COLLATE "C" NOT NULL,
    "qualifier" TEXT COLLATE "C",
    "alternative" DOUBLE PRECISION,
    "alternativeDigits" TEXT COLLATE "C",
    "alternativeUnit" TEXT COLLATE "C",
    "periodStart" TEXT COLLATE "C",
    "periodEnd" TEXT COLLATE "C",
    "asOf" TEXT COLLATE "C",
    "firstDay" INTEGER,
    "lastDay" INTEGER,
    "speaker" TEXT COLLATE "C",
    "speakerKind" TEXT COLLATE "C" NOT NULL,
    "outlook" TEXT COLLATE "C" NOT NULL DEFAULT 'outcome',
    "status" TEXT COLLATE "C" NOT NULL DEFAULT 'draft',
    "note" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "batchId" INTEGER,
    CONSTRAINT "Figure_publicId_check" CHECK (length("publicId") >= 16 AND "publicId" !~ '[^A-Za-z0-9]'),
    CONSTRAINT "Figure_wording_check" CHECK ("wording" IN ('exactly', 'about', 'more_than', 'at_least', 'nearly', 'less_than', 'up_to', 'between')),
    CONSTRAINT "Figure_outlook_check" CHECK ("outlook" IN ('outcome', 'target')),
    CONSTRAINT "Figure_status_check" CHECK ("status" IN ('draft', 'published', 'retracted')),
    CONSTRAINT "Figure_speakerKind_check" CHECK ("speakerKind" IN ('official_statistic', 'official_statement', 'company', 'outlet', 'unnamed')),
    CONSTRAINT "Figure_value_check" CHECK ("value" BETWEEN -1e300 AND 1e300),
    CONSTRAINT "Figure_digits_check" CHECK (length("digits") > 0 AND "digits" !~ '[^0-9.-]'),
    CONSTRAINT "Figure_valueHigh_check" CHECK (("wording" = 'between') = ("valueHigh" IS NOT NULL) AND ("valueHigh" IS NULL) = ("digitsHigh" IS NULL) AND ("valueHigh" IS NULL OR ("valueHigh" > "value" AND "valueHigh" <= 1e300))),
    CONSTRAINT "Figure_alternative_check" CHECK (("alternative" IS NULL) = ("alternativeDigits" IS NULL) AND ("alternative" IS NULL) = ("alternativeUnit" IS NULL) AND ("alternativeUnit" IS NULL OR "alternativeUnit" ~ '^[A-Z][A-Z][A-Z]$')),
    CONSTRAINT "Figure_periodStart_check" CHECK ("periodStart" IS NULL OR ("periodStart" ~ '^[0-9][0-9][0-9][0-9]$' OR "periodStart" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]$' OR "periodStart" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$')),
    CONSTRAINT "Figure_periodEnd_check" CHECK ("periodEnd" IS NULL OR ("periodEnd" ~ '^[0-9][0-9][0-9][0-9]$' OR "periodEnd" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]$' OR "periodEnd" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$')),
    CONSTRAINT "Figure_asOf_check" CHECK ("asOf" IS NULL OR ("asOf" ~ '^[0-9][0-9][0-9][0-9]$' OR "asOf" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]$' OR "asOf" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$')),
    CONSTRAINT "Figure_days_check" CHECK (("firstDay" IS NULL) = ("lastDay" IS NULL) AND ("firstDay" IS NULL OR "firstDay" <= "lastDay") AND ("firstDay" IS NULL) = ("periodStart" IS NULL AND "periodEnd" IS NULL AND "asOf" IS NULL)),
    CONSTRAINT "Figure_version_check" CHECK ("version" >= 1)
);

CREATE TABLE "Milestone" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "slug" TEXT COLLATE "C" NOT NULL,
    "date" TEXT COLLATE "C" NOT NULL,
    "day" INTEGER NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "regionId" INTEGER NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Milestone_slug_check" CHECK (length("slug") > 0 AND "slug" !~ '[^a-z0-9-]'),
    CONSTRAINT "Milestone_date_check" CHECK (("date" ~ '^[0-9][0-9][0-9][0-9]$' OR "date" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]$' OR "date" ~ '^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$')),
    CONSTRAINT "Milestone_status_check" CHECK ("status" IN ('draft', 'published', 'retracted')),
    CONSTRAINT "Milestone_title_check" CHECK (length("title") > 0)
);

CREATE TABLE "Chart" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "subtitle" TEXT COLLATE "C" NOT NULL,
    "topicId" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "scale" TEXT COLLATE "C" NOT NULL DEFAULT 'linear',
    "rows" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Chart_slug_check" CHECK (length("slug") > 0 AND "slug" !~ '[^a-z0-9-]'),
    CONSTRAINT "Chart_kind_check" CHECK ("kind" IN ('bar', 'dot', 'line', 'facts', 'timeline')),
    CONSTRAINT "Chart_scale_check" CHECK ("scale" IN ('linear', 'log')),
    CONSTRAINT "Chart_log_check" CHECK ("scale" = 'linear' OR "kind" = 'dot'),
    CONSTRAINT "Chart_rows_check" CHECK ("rows" IN ('region', 'period', 'metric', 'organisation')),
    CONSTRAINT "Chart_status_check" CHECK ("status" IN ('draft', 'published', 'retracted')),
    CONSTRAINT "Chart_position_check" CHECK ("position" >= 0)
);

CREATE TABLE "ChartMetric" (
    "chartId" INTEGER NOT NULL,
    "metricId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("chartId", "metricId")
);

CREATE TABLE "ChartRegion" (
    "chartId" INTEGER NOT NULL,
    "regionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("chartId", "regionId")
);

CREATE TABLE "ChartFigure" (
    "chartId" INTEGER NOT NULL,
    "figureId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT COLLATE "C",

    PRIMARY KEY ("chartId", "figureId")
);

CREATE TABLE "ImportBatch" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "label" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "rows" INTEGER NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL DEFAULT 'running',
    "who" TEXT COLLATE "C" NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "finishedAt" TIMESTAMP(3),
    CONSTRAINT "ImportBatch_status_check" CHECK ("status" IN ('running', 'done', 'undone')),
    CONSTRAINT "ImportBatch_sha256_check" CHECK (length("sha256") = 64),
    CONSTRAINT "ImportBatch_rows_check" CHECK ("rows" >= 0),
    CONSTRAINT "ImportBatch_finished_check" CHECK (("status" = 'running') = ("finishedAt" IS NULL))
);

CREATE TABLE "Revision" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "resource" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "cause" TEXT COLLATE "C",
    "before" TEXT COLLATE "C",
    "after" TEXT COLLATE "C",
    "reason" TEXT COLLATE "C",
    "who" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C",
    "at" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "batchId" INTEGER,
    CONSTRAINT "Revision_kind_check" CHECK ("kind" IN ('created', 'updated', 'published', 'retracted', 'restored', 'imported', 'undone')),
    CONSTRAINT "Revision_cause_check" CHECK ("cause" IN ('typo', 'source_corrected', 'newer_figure', 'retracted', 'other')),
    CONSTRAINT "Revision_change_check" CHECK ("before" IS NOT NULL OR "after" IS NOT NULL),
    CONSTRAINT "Revision_who_check" CHECK (length("who") > 0)
);

CREATE TABLE "Citation" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "figureId" INTEGER,
    "milestoneId" INTEGER,
    "sourceId" INTEGER NOT NULL,
    "locator" TEXT COLLATE "C",
    "phrase" TEXT COLLATE "C",
    "prefix" TEXT COLLATE "C",
    "suffix" TEXT COLLATE "C",
    "role" TEXT COLLATE "C" NOT NULL DEFAULT 'origin',
    CONSTRAINT "Citation_subject_check" CHECK (("figureId" IS NULL) <> ("milestoneId" IS NULL)),
    CONSTRAINT "Citation_phrase_check" CHECK ("phrase" IS NULL OR length("phrase") BETWEEN 1 AND 300),
    CONSTRAINT "Citation_role_check" CHECK ("role" IN ('origin', 'repeat'))
);

CREATE TABLE "User" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "name" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT COLLATE "C",
    "role" TEXT COLLATE "C" NOT NULL DEFAULT 'viewer',
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "updatedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "User_role_check" CHECK ("role" IN ('viewer', 'editor', 'admin')),
    CONSTRAINT "User_email_check" CHECK ("email" = lower("email") AND length("email") > 0),
    CONSTRAINT "User_name_check" CHECK (length("name") > 0)
);

CREATE TABLE "Session" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "token" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT COLLATE "C",
    "userAgent" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "updatedAt" TIMESTAMP(3) NOT NULL
);

CREATE TABLE "Account" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "accountId" TEXT COLLATE "C" NOT NULL,
    "providerId" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "accessToken" TEXT COLLATE "C",
    "refreshToken" TEXT COLLATE "C",
    "idToken" TEXT COLLATE "C",
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT COLLATE "C",
    "password" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "updatedAt" TIMESTAMP(3) NOT NULL
);

CREATE TABLE "Verification" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "identifier" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "updatedAt" TIMESTAMP(3) NOT NULL
);

CREATE TABLE "TwoFactor" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "secret" TEXT COLLATE "C" NOT NULL,
    "backupCodes" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMP(3)
);

CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3)
);

CREATE TABLE "Invitation" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "role" TEXT COLLATE "C" NOT NULL,
    "byId" TEXT COLLATE "C",
    "forId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    CONSTRAINT "Invitation_role_check" CHECK ("role" IN ('viewer', 'editor', 'admin'))
);

CREATE TABLE "ApiToken" (
    "id" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "name" TEXT COLLATE "C" NOT NULL,
    "tokenHash" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
    "expiresAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3)
);

CREATE TABLE "IdempotencyKey" (
    "key" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "requestHash" TEXT COLLATE "C" NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
);

CREATE TABLE "Publication" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    CONSTRAINT "Publication_id_check" CHECK ("id" = 1),
    CONSTRAINT "Publication_version_check" CHECK ("version" >= 0)
);

CREATE TABLE "PublishedChange" (
    "version" INTEGER NOT NULL PRIMARY KEY,
    "scopes" TEXT COLLATE "C" NOT NULL
);

CREATE UNIQUE INDEX "Region_code_key" ON "Region"("code");

CREATE INDEX "Region_parentId_idx" ON "Region"("parentId");

CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

CREATE UNIQUE INDEX "Topic_name_key" ON "Topic"("name");

CREATE UNIQUE INDEX "Metric_slug_key" ON "Metric"("slug");

CREATE INDEX "Metric_topicId_name_idx" ON "Metric"("topicId", "name");

CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

CREATE INDEX "Source_publishedDay_idx" ON "Source"("publishedDay");

CREATE INDEX "Source_title_idx" ON "Source"("title");

CREATE UNIQUE INDEX "Figure_publicId_key" ON "Figure"("publicId");

CREATE UNIQUE INDEX "Figure_importKey_key" ON "Figure"("importKey");

CREATE INDEX "Figure_metricId_status_regionId_lastDay_outlook_idx" ON "Figure"("metricId", "status", "regionId", "lastDay", "outlook");

CREATE INDEX "Figure_regionId_status_metricId_lastDay_idx" ON "Figure"("regionId", "status", "metricId", "lastDay");

CREATE INDEX "Figure_organisationId_idx" ON "Figure"("organisationId");

CREATE INDEX "Figure_status_lastDay_idx" ON "Figure"("status", "lastDay");

CREATE INDEX "Figure_value_idx" ON "Figure"("value");

CREATE INDEX "Figure_batchId_idx" ON "Figure"("batchId");

CREATE UNIQUE INDEX "Milestone_slug_key" ON "Milestone"("slug");

CREATE INDEX "Milestone_regionId_status_day_idx" ON "Milestone"("regionId", "status", "day");

CREATE UNIQUE INDEX "Chart_slug_key" ON "Chart"("slug");

CREATE INDEX "Chart_status_position_idx" ON "Chart"("status", "position");

CREATE INDEX "ChartMetric_metricId_idx" ON "ChartMetric"("metricId");

CREATE INDEX "ChartRegion_regionId_idx" ON "ChartRegion"("regionId");

CREATE INDEX "ChartFigure_figureId_idx" ON "ChartFigure"("figureId");

CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

CREATE INDEX "Citation_milestoneId_idx" ON "Citation"("milestoneId");

CREATE UNIQUE INDEX "Citation_figureId_sourceId_locator_key" ON "Citation"("figureId", "sourceId", "locator");

CREATE INDEX "ImportBatch_sha256_idx" ON "ImportBatch"("sha256");

CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

CREATE INDEX "Session_userId_idx" ON "Session"("userId");

CREATE INDEX "Account_userId_idx" ON "Account"("userId");

CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

CREATE INDEX "Invitation_byId_idx" ON "Invitation"("byId");

CREATE INDEX "Invitation_forId_idx" ON "Invitation"("forId");

CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

CREATE INDEX "Region_listed_idx" ON "Region"("listed");

CREATE INDEX "Organisation_listed_idx" ON "Organisation"("listed");

CREATE INDEX "Topic_listed_idx" ON "Topic"("listed");

CREATE INDEX "Metric_listed_idx" ON "Metric"("listed");

CREATE INDEX "Source_listed_idx" ON "Source"("listed");

CREATE INDEX "Revision_resource_key_id_idx" ON "Revision"("resource", "key", "id");

CREATE INDEX "Revision_resource_id_idx" ON "Revision"("resource", "id");

CREATE INDEX "Revision_batchId_resource_idx" ON "Revision"("batchId", "resource");

ALTER TABLE "Region" ADD CONSTRAINT "Region_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Metric" ADD CONSTRAINT "Metric_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_metricId_fkey" FOREIGN KEY ("metricId") REFERENCES "Metric" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Chart" ADD CONSTRAINT "Chart_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChartMetric" ADD CONSTRAINT "ChartMetric_chartId_fkey" FOREIGN KEY ("chartId") REFERENCES "Chart" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ChartMetric" ADD CONSTRAINT "ChartMetric_metricId_fkey" FOREIGN KEY ("metricId") REFERENCES "Metric" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChartRegion" ADD CONSTRAINT "ChartRegion_chartId_fkey" FOREIGN KEY ("chartId") REFERENCES "Chart" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ChartRegion" ADD CONSTRAINT "ChartRegion_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChartFigure" ADD CONSTRAINT "ChartFigure_chartId_fkey" FOREIGN KEY ("chartId") REFERENCES "Chart" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ChartFigure" ADD CONSTRAINT "ChartFigure_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_forId_fkey" FOREIGN KEY ("forId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION "Revision_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'Revisions are append-only: they cannot be changed or deleted'; END $$;

CREATE TRIGGER "Revision_no_change" BEFORE UPDATE OR DELETE ON "Revision"
FOR EACH ROW EXECUTE FUNCTION "Revision_refuse"();

INSERT INTO "Publication" ("id", "version") VALUES (1, 0);
