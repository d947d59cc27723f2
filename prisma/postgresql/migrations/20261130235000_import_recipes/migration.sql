-- How files of one shape become rows of an import is remembered by name.
CREATE TABLE "ImportRecipe" (
    "name" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "shape" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C",
    "recipe" TEXT COLLATE "C" NOT NULL,
    "who" TEXT COLLATE "C" NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "ImportRecipe_name_check" CHECK (length("name") > 0)
);

CREATE INDEX "ImportRecipe_shape_idx" ON "ImportRecipe"("shape");
