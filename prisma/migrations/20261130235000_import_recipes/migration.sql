-- How files of one shape become rows of an import is remembered by name.
CREATE TABLE "ImportRecipe" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "shape" TEXT NOT NULL,
    "source" TEXT,
    "recipe" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "ImportRecipe_name_check" CHECK (length("name") > 0)
);

CREATE INDEX "ImportRecipe_shape_idx" ON "ImportRecipe"("shape");
