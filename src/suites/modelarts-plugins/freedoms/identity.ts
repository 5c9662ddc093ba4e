import fc from 'fast-check';
import { jsonMember, replaced } from '../../../engine/json.ts';
import type { MockOperation } from '../mock/context.ts';
import { describing, isOwn } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

const NAME = ['metadata', 'name'];
const CREATED = ['metadata', 'creationTimestamp'];

function named(name: string): Doing {
  return {
    manner: () =>
      describing((plugin, context) => (isOwn(plugin, context) ? replaced(plugin, NAME, name) : plugin)),
  };
}

/** The name of an instance is the pool's and the template's in every example; no page says so. */
export const metadataName: Freedom = {
  name: 'metadata-name',
  ways: [
    {
      title: 'instances with a name of their own',
      doing: fc.constantFrom('plugin-7f3a', 'NODE-LOCAL-DNS', '插件', '', 'x'.repeat(1000)).map(named),
    },
  ],
};

/** Spellings by RFC 3339 of a moment that the mock gives in milliseconds and `Z`. */
const SPELLINGS: Readonly<Record<string, (utc: string) => string>> = {
  'in whole seconds': whole,
  'with nine digits of a fraction': (utc) =>
    utc.replace(/(\.\d+)?Z$/, (end) => `${end.slice(0, -1) || '.000'}456789Z`),
  'with one digit of a fraction': (utc) =>
    utc.replace(/(\.\d)?\d*Z$/, (_, digit: string | undefined) => `${digit ?? '.0'}Z`),
  'in lower case': (utc) => utc.toLowerCase(),
  'with an offset of nothing': (utc) => utc.replace('Z', '+00:00'),
  'with an unknown offset': (utc) => utc.replace('Z', '-00:00'),
  'with an offset': (utc) => shifted(utc, 330, '+05:30'),
  'with an offset to the west': (utc) => shifted(utc, -570, '-09:30'),
};

function whole(utc: string): string {
  return utc.replace(/\.\d+Z$/, 'Z');
}

function shifted(utc: string, minutes: number, offset: string): string {
  const local = new Date(Date.parse(utc) + minutes * 60_000).toISOString();
  return local.replace('Z', offset);
}

function spelt(spell: (utc: string) => string, operations: readonly MockOperation[]): Doing {
  return {
    manner: () =>
      describing((plugin, { asked }) => {
        const created = jsonMember(jsonMember(plugin, 'metadata'), 'creationTimestamp');
        if (asked.operation === null || !operations.includes(asked.operation) || typeof created !== 'string')
          return plugin;
        return Number.isNaN(Date.parse(created)) ? plugin : replaced(plugin, CREATED, spell(created));
      }),
  };
}

const EVERY: readonly MockOperation[] = ['CreatePlugin', 'ShowPlugin', 'ListPlugins', 'DeletePlugin'];

/** What one operation may do where others do not: less than a unit of the coarser lies between the two. */
const ownWay = fc.constantFrom(
  'in lower case',
  'with an offset',
  'in whole seconds',
  'with one digit of a fraction',
  'with nine digits of a fraction',
);

/** RFC 3339 writes one moment in many ways. */
export const timestamps: Freedom = {
  name: 'timestamps',
  ways: [
    ...Object.entries(SPELLINGS).map(([how, spell]) => ({
      title: `times ${how}`,
      doing: fc.constant(spelt(spell, EVERY)),
    })),
    {
      title: 'the DELETE spells the time in its own way',
      doing: ownWay.map((how) => spelt(SPELLINGS[how] ?? String, ['DeletePlugin'])),
    },
    {
      title: 'List spells the time in its own way',
      doing: ownWay.map((how) => spelt(SPELLINGS[how] ?? String, ['ListPlugins'])),
    },
    {
      title: 'Show gives milliseconds, and List and the DELETE whole seconds',
      doing: fc.constant(spelt(whole, ['ListPlugins', 'DeletePlugin'])),
    },
  ],
};
