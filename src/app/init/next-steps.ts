import { PACKAGE } from '../../engine/package-root.ts';
import { DOTENV } from './first-files.ts';

/** What `init` did. */
export interface Done {
  /** The files that it wrote or added to. */
  readonly paths: readonly string[];
  readonly withService: boolean;
  readonly withPlaywright: boolean;
}

/** What was written, and what to do next. */
export function nextSteps({ paths, withService, withPlaywright }: Done): readonly string[] {
  return [
    `Wrote ${paths.map((path) => `\`${path}\``).join(', ')}.`,
    '',
    ...(paths.includes(DOTENV)
      ? [`Fill in \`${DOTENV}\`, where each setting has its sentence, and set one way to authenticate.`]
      : []),
    ...(withService ? ['The service is given the settings as its own variables and secrets.'] : []),
    'Then `npx --no conformance doctor` says what is missing, and `npx --no conformance run --plan` what a run would send.',
    ...(withPlaywright
      ? [
          `\`npx playwright test --project=conformance\` runs the suite of \`${PACKAGE.name}\` under Playwright.`,
        ]
      : []),
  ];
}
