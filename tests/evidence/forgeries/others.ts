import { dayFromNow } from '../../verdict/days-from-now.ts';
import { type Files, HAR, JSON_FILE } from '../forged.ts';
import { differs, FAILED, type Forgery, LEDGER, lines, waiver } from './forgery.ts';

/** Other files are put in, and the sums are made again; nothing is signed. */
export const OF_FILES: readonly Forgery[] = [
  {
    what: 'another description',
    forge: (files) => files.edit(description(files), (text) => `${text}# Another.\n`).summed(),
    code: 5,
    says: 'The description is another than the run was tested by: its SHA-256 is',
  },
  {
    what: 'another description, and its hash wherever it stands',
    forge: (files) => files.described((text) => `${text}# Another.\n`),
    code: 1,
    says: /another than this came with[\s\S]*conformance.html` is not what the evidence gives/,
  },
  {
    what: 'a laxer description by which a violation is none',
    forge: (files) => files.described((text) => text.replace('required: [phase]', 'required: []')),
    code: 1,
    says: `${FAILED}: the pack says failed`,
  },
  {
    what: 'a waiver added',
    forge: (files) => files.put('waivers.yaml', waiver(20)).summed(),
    code: 1,
    says: `${FAILED}: the pack says failed`,
  },
  {
    what: 'a waiver that is no waiver',
    forge: (files) => files.put('waivers.yaml', '- requirement: 7\n').summed(),
    code: 5,
    says: 'waivers.yaml',
  },
  {
    what: "a waiver's day",
    forge: (_files, others) =>
      others
        .edit('waivers.yaml', (text) => text.replace(dayFromNow(30), dayFromNow(31)))
        .summed()
        .zipped(),
    code: 1,
    says: differs(JSON_FILE),
  },
  ...Array.from(
    { length: 12 },
    (_, index): Forgery => ({
      what: `line ${index + 1} of the ledger gone`,
      forge: (files) =>
        files
          .edit(
            LEDGER,
            lines((all) => all.filter((_one, at) => at !== index)),
          )
          .summed(),
      code: 5,
      says: LEDGER,
    }),
  ),
  {
    what: 'the ledger of another run',
    forge: (files, others) => files.put(LEDGER, others.bytes(LEDGER)).summed(),
    code: 5,
    says: `Line 1 of \`${LEDGER}\` is of`,
  },
  {
    what: 'a line of the ledger that is none',
    forge: (files) => files.edit(LEDGER, (text) => `${text}{}\n`).summed(),
    code: 5,
    says: `Line 13 of \`${LEDGER}\` is not one of a ledger.`,
  },
  {
    what: 'a line of the ledger at another time',
    forge: (files) =>
      files
        .edit(
          LEDGER,
          lines((all) => all.map((one, at) => (at === 5 ? one.replace(/"at":"20\d\d/, '"at":"2001') : one))),
        )
        .summed(),
    code: 5,
    says: 'was written before the one before it',
  },
  {
    what: 'the settings of another run',
    forge: (files, others) => files.put('settings.json', others.bytes('settings.json')).summed(),
    code: 5,
    says: '`settings.json` is of the run',
  },
  {
    what: 'a setting',
    forge: (files) => files.json('settings.json', (settings) => (settings.settleTimeoutMs = 7)).summed(),
    code: 5,
    says: '`settings.json` has `7` as `settleTimeoutMs`',
  },
  {
    what: 'the version that was to be installed',
    forge: (files) =>
      files.json('settings.json', (settings) => (settings.target.templateVersion = '9.9.9')).summed(),
    code: 5,
    says: 'has `undefined` as the version, and `settings.json` `9.9.9`',
  },
  {
    what: 'the evidence of another run',
    forge: (files, others) => files.put(HAR, others.bytes(HAR)).summed(),
    code: 5,
    says: `\`${HAR}\` is of the run`,
  },
  {
    what: 'the report of another run',
    forge: (files, others) => files.put(JSON_FILE, others.bytes(JSON_FILE)).summed(),
    code: 5,
    says: `\`${JSON_FILE}\` is of the run`,
  },
  {
    what: 'another `verify.mjs`',
    forge: (files) => files.put('verify.mjs', 'console.log("The evidence gives the same.");\n').summed(),
    code: 5,
    says: '`verify.mjs` is not that of this version.',
  },
  {
    what: 'another SBOM',
    forge: (files) => files.edit('sbom.cdx.json', (text) => text.replace('ajv', 'avj')).summed(),
    code: 5,
    says: '`sbom.cdx.json` is not that of this version.',
  },
  {
    what: 'a laxer schema',
    forge: (files) => files.put('schemas/conformance-report.schema.json', '{}').summed(),
    code: 5,
    says: '`schemas/conformance-report.schema.json` is not that of this version.',
  },
  {
    what: 'a schema that is none',
    forge: (files) => files.put('schemas/run-settings.schema.json', '{"type": 7}').summed(),
    code: 5,
    says: '`schemas/run-settings.schema.json` does not compile',
  },
  {
    what: 'an extra file in the manifest',
    forge: (files) => files.put('reports/extra.html', 'more').summed(),
    code: 5,
    says: '`reports/extra.html` is none of the files of a pack.',
  },
  ...[
    LEDGER,
    HAR,
    JSON_FILE,
    'settings.json',
    'dispute.md',
    'sbom.cdx.json',
    'schemas/ledger.schema.json',
  ].map(
    (path): Forgery => ({
      what: `a pack without ${path}`,
      forge: (files) => files.put(path, null).summed(),
      code: 5,
      says: `There is no \`${path}\``,
    }),
  ),
];

function description(files: Files): string {
  return files.paths.find((path) => /^specs\/.*openapi/.test(path)) ?? '';
}
