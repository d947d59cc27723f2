#!/usr/bin/env node
// Stands where Prisma looks for its schema engine. Migrations run through scripts/database/sqlite/migrations.ts instead.
console.error("Prisma's schema engine is not installed: npm start migrates the database");
process.exit(1);
