-- What a source marks a number with: provisional, estimated, break in series.
ALTER TABLE "Figure" ADD COLUMN "flags" TEXT;
