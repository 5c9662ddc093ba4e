import { expect } from '@playwright/test';
import { test } from '../own-test.ts';
import { isStoodFor, slowIf } from '../slow.ts';
import { conformance } from './command.ts';

test('`help` tells what `--help` tells, of the program and of each command @slow', async () => {
  const { code, stdout } = await conformance(['help']);
  expect([code, stdout]).toEqual([0, (await conformance(['--help'])).stdout]);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)[ \n]/gm)].map(([, name = '']) => name);
  expect(commands).toEqual(expect.arrayContaining(['run', 'sweep', 'help']));
  for (const name of commands.filter((one) => one !== 'help')) {
    const own = await conformance(['help', name]);
    expect([name, own.code, own.stdout]).toEqual([name, 0, (await conformance([name, '--help'])).stdout]);
  }
});

const MEANT: readonly (readonly [args: readonly string[], told: string])[] = [
  [['help', 'swep'], '`swep` is no command; did you mean `sweep`?'],
  [['help', 'nothing'], '`nothing` is no command; see `conformance --help`.'],
  [['docter'], '`docter` is no command; did you mean `doctor`?'],
  [['run', '--rnuner', 'direct'], "error: unknown option '--rnuner'; did you mean `--runner`?"],
  [['run', '--devation=x'], "error: unknown option '--devation=x'; did you mean `--deviation`?"],
  [['--moc'], "error: unknown option '--moc'; did you mean `--mock`?"],
];

/** Words of other tools, and none of ours. */
const FAR: readonly (readonly string[])[] = [
  ...['foo', 'test', 'serve', 'start', 'deploy', 'publish', 'list', 'build', 'x'].map((word) => [word]),
  ...['--time', '--file', '--verbose', '--port', '--json', '--x', '-x'].map((option) => ['run', option]),
  ['run', '--mock', '--deviation', 'foo'],
  ['explain', 'foo'],
];

for (const [at, [args, told]] of MEANT.entries()) {
  test(`\`conformance ${args.join(' ')}\` is told in a sentence${slowIf(isStoodFor(at))}`, async () => {
    const { code, stdout, stderr } = await conformance(args);
    expect([code, stdout, stderr]).toEqual([2, '', `${told}\n`]);
  });
}

for (const [at, args] of FAR.entries()) {
  test(`\`conformance ${args.join(' ')}\` proposes nothing, for nothing is near${slowIf(isStoodFor(at))}`, async () => {
    const { code, stderr } = await conformance(args);
    expect([code, stderr]).toEqual([2, expect.not.stringMatching(/did you mean|nearest/i)]);
  });
}

test('a setting that is none proposes only what is near @slow', async () => {
  const told = async (name: string) => (await conformance(['run'], { [name]: 'x' })).stderr;
  expect(await told('MODELARTS_TOKEN')).toContain('did you mean `MODELARTS_AUTH_TOKEN`?');
  for (const name of ['MODELARTS_REGION', 'MODELARTS_FOO', 'CONFORMANCE_TIMEZONE', 'CONFORMANCE_X']) {
    expect(await told(name)).toContain(`\`${name}\` is no setting; \`.env.example\` lists all.`);
  }
});
