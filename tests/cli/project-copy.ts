import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '../own-test.ts';

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

/** What builds it, beside `src/`. */
export const BUILD_SCRIPTS = [
  'build.mjs',
  'build-verify.mjs',
  'own-texts.mjs',
  'sbom.mjs',
  'package-lock.json',
];

/** A copy of the project, as the build left it, in a folder of the test's own: something in it can be broken. */
export interface ProjectCopy {
  /** The command line. */
  readonly main: string;
  readonly path: (name: string) => string;
  /** Replaces a text in one file, or in every file below a folder that has it. Throws where none has. */
  readonly replace: (place: string, from: string | RegExp, to: string) => void;
  /** Removes a file, a folder, or a package. */
  readonly remove: (place: string) => void;
}

/** Copies the project, with the times of its files, and more of its parts where they are named; of `linked` nothing may be changed. */
export function copyProject(
  more: readonly string[] = [],
  copy = test.info().outputPath('project'),
  linked: readonly string[] = [],
): ProjectCopy {
  for (const name of [...PARTS, ...more]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, preserveTimestamps: true });
  }
  for (const name of linked) symlinkSync(join(ROOT, name), join(copy, name));
  linkPackages(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
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
    remove: (place) => rmSync(path(place), { recursive: true }),
  };
}

/** Copies what git knows of the project, as it is now and with the times of its files. */
export function copyTracked(folder: string): void {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
  for (const name of names) {
    if (name === '' || !existsSync(join(ROOT, name))) continue;
    cpSync(join(ROOT, name), join(folder, name), { preserveTimestamps: true });
  }
}

/** A folder of links to each package: one can be removed. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name.startsWith('@')) linkPackages(join(from, name), join(to, name));
    else symlinkSync(join(from, name), join(to, name));
  }
}
