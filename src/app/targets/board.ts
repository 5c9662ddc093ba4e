import type { TargetOutcome } from '../../engine/model/targets.ts';
import { reasonOf } from '../../engine/report/targets/broken-where.ts';
import { asVerdict, STANDING_WORDS, standingOf } from '../../engine/report/targets/standing.ts';
import { colorOf, VERDICT_MARKS } from '../../engine/report/terminal-verdict.ts';
import { countText, durationText, plural } from '../../engine/report/words.ts';
import { columnsOf } from '../../engine/report/wrapped.ts';
import { terminalBlock } from '../terminal/block.ts';
import { terminalColors } from '../terminal/own-colors.ts';
import { print } from '../terminal/print.ts';

/** What goes on is shown anew so often, in milliseconds. */
const TICK_MS = 1000;

/** A longer name is not aligned with the others. */
const WIDEST_NAME = 32;

/** Tells how many targets get on: on a terminal one line for each, in place, in a pipeline a line when one ends. */
export interface Board {
  readonly begin: (name: string) => void;
  /** What it is doing, in a few words. */
  readonly doing: (name: string, what: string) => void;
  readonly end: (outcome: TargetOutcome, lines?: readonly string[]) => void;
  readonly close: () => void;
}

interface Going {
  readonly since: number;
  what: string;
}

/** A board for so many targets. */
export function openBoard(names: readonly string[]): Board {
  const block = terminalBlock();
  const going = new Map<string, Going>();
  const width = Math.min(WIDEST_NAME, Math.max(...names.map(columnsOf)));
  const padded = (name: string) => name + ' '.repeat(Math.max(0, width - columnsOf(name)));
  let ended = 0;
  const lines = () => {
    const waiting = names.length - ended - going.size;
    const rest = waiting === 0 ? [] : [`  ${plural(waiting, 'target')} waiting`];
    return [
      ...[...going].map(([name, { since, what }]) => {
        const seconds = `${Math.round((performance.now() - since) / 1000)} s`.padStart(6);
        return `· ${padded(name)}  ${seconds}  ${what}`;
      }),
      ...rest,
    ];
  };
  const show = () => block?.show(lines());
  const timer = block === null ? null : setInterval(show, TICK_MS).unref();
  return {
    begin: (name) => {
      going.set(name, { since: performance.now(), what: '' });
      show();
    },
    doing: (name, what) => {
      const one = going.get(name);
      if (one !== undefined) one.what = what;
    },
    end: (outcome, more = []) => {
      going.delete(outcome.name);
      ended += 1;
      const line = endLine(
        padded(outcome.name),
        outcome,
        `${countText(ended)} of ${countText(names.length)}`,
      );
      if (block === null) print(line, ...more);
      else block.above([line, ...more], lines());
    },
    close: () => {
      if (timer !== null) clearInterval(timer);
      block?.clear();
    },
  };
}

function endLine(name: string, outcome: TargetOutcome, howMany: string): string {
  const colors = terminalColors();
  const standing = standingOf(outcome);
  const mark = VERDICT_MARKS[asVerdict(standing)];
  const paint = colors[colorOf(asVerdict(standing))];
  const time = outcome.report === null ? '' : `, ${durationText(outcome.report.durationMs)}`;
  const why = standing === 'conformant' ? '' : `: ${reasonOf(outcome)}`;
  const state = STANDING_WORDS[standing].toLowerCase();
  return `${paint(mark)} ${name}  ${colors.dim(`${howMany}${time}`)}  ${paint(state)}${why}`;
}
