import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a user's runs need of the project. */
const PARTS = [
  'bin',
  'dist',
  'specs',
  'schemas',
  'package.json',
  'playwright.config.ts',
  'tests/conformance',
];

/** A copy of the project, as the build left it, in a folder of the test's own: something in it can be broken. */
export interface ProjectCopy {
  /** The command line. */
  readonly main: string;
  readonly path: (name: string) => string;
  /** Replaces a text in one file, or in every file below a folder that has it. Throws where none has. */
  readonly replace: (place: string, from: string | RegExp, to: string) => void;
}

/** Copies the project. */
export function copyProject(): ProjectCopy {
  const copy = test.info().outputPath('project');
  for (const name of PARTS) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const path = (name: string) => join(copy, name);
  return {
    main: path('bin/conformance.mjs'),
    path,
    replace: (place, from, to) => {
      const files = /\.\w+$/.test(place)
        ? ['']
        : readdirSync(path(place), { recursive: true, encoding: 'utf8' });
      const changed = files.filter((file) => {
        if (file !== '' && !/\.c?js$/.test(file)) return false;
        const before = readFileSync(join(path(place), file), 'utf8');
        const after = before.replace(from, to);
        if (after !== before) writeFileSync(join(path(place), file), after);
        return after !== before;
      });
      if (changed.length === 0) throw new Error(`Nothing in \`${place}\` has ${from}.`);
    },
  };
}
