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
