/** The names of the report files. */
export const REPORT_FILES = {
  html: 'conformance.html',
  json: 'conformance.json',
  markdown: 'conformance.md',
  junit: 'junit.xml',
  har: 'evidence.har',
} as const;

/** The names of the files of many targets, beside a `junit.xml` and the folder of each. */
export const TOTALS_FILES = {
  html: 'targets.html',
  json: 'targets.json',
  markdown: 'targets.md',
} as const;

/** The names of the files that put reports side by side: of no run, so that a run leaves them where they are. */
export const COMPARE_FILES = {
  html: 'compare.html',
  markdown: 'compare.md',
  json: 'compare.json',
} as const;

/** The variables that a pipeline hands to later jobs; written where its service takes some, and nowhere else. */
export const PIPELINE_VARIABLES = 'conformance.env';

/** The folder of Playwright's own report. */
export const PLAYWRIGHT_REPORT = 'playwright';

/** The folder of what Playwright writes beside it: attachments, error contexts, traces. */
export const PLAYWRIGHT_OUTPUT = '.playwright';

/** The folder of what a sealed run needs beside its reports: what it was judged by, and the sums of its files. */
export const EVIDENCE_FOLDER = 'evidence';

/** The folder of what the processes of a run share; it is gone when the run is over. */
export const RUN_FOLDER = '.run';

/** What the name of a file ends in while it is being written. */
export const UNFINISHED = '.unfinished';
