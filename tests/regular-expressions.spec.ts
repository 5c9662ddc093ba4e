import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { isDateTime } from '../src/engine/contract/date-time.ts';
import { responseOf } from './contract/the-contract.ts';
import { test } from './own-test.ts';
import { type Found, isBounded, literalsIn, speedOf } from './regular-expressions.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const DESCRIPTION = new URL('../specs/modelarts-plugins.openapi.yaml', import.meta.url);

/** These meet nothing but a user's own settings: the slashes that a URL ends in, its path, and the lines of `.env`. */
const OF_SETTINGS = {
  'lifecycle/locks/run-locks.ts': ['slow'],
  'lifecycle/walk/plan.ts': ['slow'],
  'suites/huaweicloud/authentication.ts': ['slow'],
  'app/settings/dotenv-lines.ts': ['slow'],
  'app/settings/dotenv-variables.ts': ['slow'],
  'engine/recording/match.ts': ['slow'],
  'lifecycle/settings/endpoint-path.ts': ['slow'],
  'app/settings/read.ts': ['slow'],
  'app/targets/queued.ts': ['slow'],
  'lifecycle/settings/url-segments.ts': ['undecided'],
  'suites/huaweicloud/iam.ts': ['slow'],
  // The password in a proxy's URL.
  'app/settings/secret-values.ts': ['undecided'],
};

/** In these every repetition is bounded, or ends at the first character that it does not take, wherever it begins. */
const LOOKED_AT = {
  'lifecycle/walk/blocked.ts': ['undecided'],
  'suites/huaweicloud/errors.ts': ['undecided', 'undecided'],
  'engine/contract/lenient-time.ts': ['undecided'],
  'engine/contract/placeholder.ts': ['undecided'],
  'engine/http/body.ts': ['undecided'],
  'engine/secrets/escapes.ts': ['undecided'],
  'engine/secrets/look/encoded-runs.ts': ['undecided'],
  'engine/secrets/look/look-through.ts': ['undecided'],
  'engine/report/agent-commands.ts': ['undecided'],
  'engine/http/secret-answer.ts': ['undecided'],
  'engine/secrets/shield.ts': ['undecided'],
  'engine/report/html/json-lines.ts': ['undecided'],
  'engine/report/html/text.ts': ['undecided'],
  'engine/report/markdown-text.ts': ['undecided', 'undecided'],
  'engine/report/targets/targets-junit.ts': ['undecided'],
  'engine/placed-yaml.ts': ['undecided'],
  'app/targets/target-environment.ts': ['undecided'],
  'engine/report/wrapped.ts': ['undecided'],
  'engine/recording/recorded-body.ts': ['undecided'],
  'engine/recording/credentials.ts': ['undecided', 'undecided', 'undecided', 'undecided', 'undecided'],
  'app/evidence/sealed/keys.ts': ['undecided'],
};

/** Here are many, and to follow all their ways takes a minute: none repeats without an end, and hostile texts try them. */
const BOUNDED = 'engine/judge/body/internals/';

/** Every `pattern`, and every name below `patternProperties`, of a document. */
function patternsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'pattern' && typeof inner === 'string') return [inner];
    const names = name === 'patternProperties' ? Object.keys(Object(inner)) : [];
    return [...names, ...patternsIn(inner)];
  });
}

/** How fast the expressions are that are not safe beyond doubt, by file. */
function doubtful(expressions: readonly Found[]): Readonly<Record<string, readonly string[]>> {
  const speeds = expressions
    .map((one) => [one.file, speedOf(one)] as const)
    .filter(([, speed]) => speed !== 'safe');
  const of = (wanted: string) => speeds.filter(([file]) => file === wanted).map(([, speed]) => speed);
  return Object.fromEntries(speeds.map(([file]) => [file, of(file)]));
}

test('an expression that can be made to run for long is found @slow', () => {
  for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^a*a*$', 'a+$', '(\\S*@\\S*)']) {
    expect([pattern, speedOf({ pattern, flags: '' })]).not.toEqual([pattern, 'safe']);
  }
  const document = { a: [{ pattern: 'x' }], patternProperties: { y: { pattern: 'z' } }, pattern: {} };
  expect(patternsIn(document)).toEqual(['x', 'y', 'z']);
});

test('a repetition without an end is found', () => {
  for (const pattern of ['a*', '(?:ab)+', 'a{2,}', '[*]+'])
    expect([pattern, isBounded({ pattern })]).toEqual([pattern, false]);
  for (const pattern of ['a{1,9}', '[+*]', '\\+', 'a?'])
    expect([pattern, isBounded({ pattern })]).toEqual([pattern, true]);
});

test('no text makes a pattern of the description run for long', async () => {
  const patterns = patternsIn(parse(readFileSync(DESCRIPTION, 'utf8')));
  expect(patterns).not.toEqual([]);
  // Ajv compiles them with `u`.
  expect(doubtful(patterns.map((pattern) => ({ file: pattern, pattern, flags: 'u' })))).toEqual({});
  const { validate } = await responseOf(400);
  for (const part of ['A', 'A-', '-', '.', '0', 'A.0000', '\ud800', 'A.']) {
    const error_code = `A${part.repeat(1_000_000 / part.length)}`;
    expect(validate({ error_code, error_msg: 'x' }).map(({ field }) => field)).toEqual(['error_code']);
  }
});

test('no text of a target makes an expression of the sources run for long @slow', () => {
  // What the suite is tried on meets the suite alone.
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !/^(?:trials(?!\/report\/)|suites\/[\w-]+\/(?:freedoms|disturbances))\//.test(file),
  );
  const literals = files.flatMap((file) => literalsIn(file, SRC + file));
  expect(literals.length).toBeGreaterThan(50);
  const others = literals.filter((one) => !one.file.startsWith(BOUNDED) || !isBounded(one));
  expect(literals.length - others.length).toBeGreaterThan(50);
  expect(doubtful(others)).toEqual({ ...OF_SETTINGS, ...LOOKED_AT });
});

test('what is put together at run time is known', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const made = files.filter((file) => /\bRegExp\(/.test(readFileSync(SRC + file, 'utf8')));
  // It makes the description's own patterns again, for texts of bounded length.
  expect(made).toEqual(['engine/contract/placeholder.ts']);
});

test('a time stamp with a fraction of a million digits is read at once', () => {
  const digits = '0'.repeat(1_000_000);
  expect(isDateTime(`2025-01-01T00:00:00.${digits}Z`)).toBe(true);
  expect(isDateTime(`2025-01-01T00:00:00.${digits}`)).toBe(false);
});
