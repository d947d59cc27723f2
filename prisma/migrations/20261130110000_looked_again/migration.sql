ALTER TABLE "Figure" ADD COLUMN "lookedAgain" TEXT;
