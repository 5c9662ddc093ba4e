import { EVIDENCE_FOLDER, REPORT_FILES } from '../../engine/report/file-names.ts';

/** The files of the folder that a run leaves beside its reports, see `EVIDENCE_FOLDER`. */
export const LEFT = {
  settings: 'settings.json',
  waivers: 'waivers.yaml',
  ledger: 'ledger.ndjson',
  sums: 'sums.json',
  salt: 'salt',
} as const;

/** The folder below it with the description and the sentences of its document. */
export const LEFT_SPECS = 'specs';

/** The files of a pack, but for its manifest, its specs and its schemas. */
export const PACKED = {
  html: `reports/${REPORT_FILES.html}`,
  json: `reports/${REPORT_FILES.json}`,
  markdown: `reports/${REPORT_FILES.markdown}`,
  junit: `reports/${REPORT_FILES.junit}`,
  har: `reports/${REPORT_FILES.har}`,
  ledger: 'reports/ledger.ndjson',
  settings: LEFT.settings,
  waivers: LEFT.waivers,
  requests: 'requests.csv',
  dispute: 'dispute.md',
  verify: 'verify.mjs',
  sbom: 'sbom.cdx.json',
} as const;

/** Where the file of a pack stands in the folder of a run. */
export function inFolder(path: string): string {
  if (path === PACKED.ledger) return `${EVIDENCE_FOLDER}/${LEFT.ledger}`;
  const reports = 'reports/';
  return path.startsWith(reports) ? path.slice(reports.length) : `${EVIDENCE_FOLDER}/${path}`;
}
