/**
 * What serving need not hold in memory; imported before anything else. tsx has Node keep the source map of every file that is
 * loaded, also those of the framework: some 50 MB, which only the lines of stack traces need.
 */
process.setSourceMapsEnabled(false);
