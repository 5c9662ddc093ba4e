import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKAGE, PACKAGE_ROOT } from '../../engine/package-root.ts';
import { firstDotenv } from '../settings/first-dotenv.ts';
import { SERVICE_FILES, type Service } from './services.ts';
import { firstWaivers } from './waivers-example.ts';

/** A file that `init` writes. */
export interface FirstFile {
  /** From the folder on, with slashes. */
  readonly path: string;
  readonly text: () => string;
  /** What it may be done with, where that is not left to the system. */
  readonly mode?: number;
  /** Names that would be read in its stead, or that it would be read in the stead of. */
  readonly also?: readonly string[];
  /** The file of this package that it is a copy of. */
  readonly from?: string;
}

/** Secrets are filled into it: nobody else reads it. */
const OWN_ALONE = 0o600;

/** What every project begins with, beside its `.gitignore`. */
export function projectFiles(answers: Readonly<Partial<Record<string, string>>>): readonly FirstFile[] {
  return [
    { path: DOTENV, text: () => firstDotenv(answers), mode: OWN_ALONE },
    { path: 'waivers.yaml', text: () => firstWaivers(new Date()) },
  ];
}

/** Where the settings are read from. */
export const DOTENV = '.env';

/** The files of a service, as they stand in this package. */
export function serviceFiles(service: Service): readonly FirstFile[] {
  return Object.entries(SERVICE_FILES[service]).map(([name, path]) => {
    const from = fileURLToPath(new URL(`ci/${service}/${name}`, PACKAGE_ROOT));
    return { path, text: () => readFileSync(from, 'utf8'), from };
  });
}

/** Playwright's configuration for a folder that has this package. */
export const playwrightFile: FirstFile = {
  path: 'playwright.config.ts',
  text: () =>
    [
      `import config from '${PACKAGE.name}/playwright';`,
      '// `npx playwright test --project=conformance` runs the suite by it.',
      'export default config;',
      '',
    ].join('\n'),
  also: ['js', 'mts', 'mjs', 'cts', 'cjs'].map((ending) => `playwright.config.${ending}`),
};
