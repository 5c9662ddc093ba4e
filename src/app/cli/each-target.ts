import { EXIT } from '../../engine/model/verdict.ts';
import { worstExit } from '../../engine/report/targets/totals.ts';
import type { CommandLine } from '../../lifecycle/settings/settings.ts';
import { openProcesses } from '../targets/processes.ts';
import { jobsOf, limitsOf, type ManyTargetsCommand, type QueuedTarget, queuedOf } from '../targets/queued.ts';
import { readTargets } from '../targets/read-targets.ts';
import { carryOutAll } from '../targets/schedule.ts';
import { print } from '../terminal/print.ts';

/** A command, and its options, that is carried out for each target of a file. */
export interface EachTarget {
  readonly command: 'run' | 'doctor' | 'sweep';
  readonly options: readonly string[];
  readonly commandLine: CommandLine;
  /** What is said on the first signal. */
  readonly interrupted: string;
}

/**
 * Carries a command out for each target of a file, in processes of their own, and prints what each says below its name, in
 * the order of the file. Gives the first of 4, 130, 3 and 0 over all: a target's own 2 is that it cannot be tested.
 */
export async function forEachTarget(
  command: ManyTargetsCommand,
  { command: word, options, commandLine, interrupted }: EachTarget,
): Promise<number> {
  const jobs = jobsOf(command);
  const many = await readTargets(command, commandLine);
  const processes = openProcesses(interrupted);
  const said = new Map<string, readonly string[]>();
  const codes: number[] = [];
  const left = many.targets.map(({ name }) => name);
  const tell = () => {
    for (let [name] = left; name !== undefined && said.has(name); [name] = left) {
      print('', `== ${name}`, ...(said.get(name) ?? []));
      left.shift();
    }
  };
  await carryOutAll<QueuedTarget>(queuedOf(many), limitsOf(many, jobs), {
    signal: processes.signal,
    carryOut: async ({ target: { name, environment } }) => {
      const ended = await processes.carryOut([word, ...options], environment);
      codes.push(ended.exitCode);
      said.set(name, ended.said);
      tell();
    },
    onLeft: ({ target: { name } }) => {
      codes.push(EXIT.interrupted);
      said.set(name, ['Its turn did not come; nothing was sent.']);
      tell();
    },
  });
  return worstExit(codes);
}
