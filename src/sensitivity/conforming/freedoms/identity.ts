import fc from 'fast-check';
import type { MockOperation } from '../../../mock/context.ts';
import { jsonMember, replaced } from '../../../mock/json.ts';
import { describing, isOwn } from '../describing.ts';
import type { Doing, Freedom } from '../freedom.ts';

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

/** Spellings by RFC 3339 of a moment that the mock gives in seconds and `Z`. */
const SPELLINGS: Readonly<Record<string, (utc: string) => string>> = {
  'with a fraction': (utc) => utc.replace('Z', '.123Z'),
  'with nine digits of a fraction': (utc) => utc.replace('Z', '.123456789Z'),
  'with one digit of a fraction': (utc) => utc.replace('Z', '.0Z'),
  'in lower case': (utc) => utc.toLowerCase(),
  'with an offset of nothing': (utc) => utc.replace('Z', '+00:00'),
  'with an unknown offset': (utc) => utc.replace('Z', '-00:00'),
  'with an offset': (utc) => shifted(utc, 330, '+05:30'),
  'with an offset to the west': (utc) => shifted(utc, -570, '-09:30'),
};

function shifted(utc: string, minutes: number, offset: string): string {
  const local = new Date(Date.parse(utc) + minutes * 60_000).toISOString();
  return local.replace(/\.\d+Z$/, offset);
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
      // A fraction would be another moment.
      doing: fc
        .constantFrom('in lower case', 'with an offset', 'with one digit of a fraction')
        .map((how) => spelt(SPELLINGS[how] ?? String, ['DeletePlugin'])),
    },
    {
      title: 'List spells the time in its own way',
      doing: fc
        .constantFrom('in lower case', 'with an offset', 'with one digit of a fraction')
        .map((how) => spelt(SPELLINGS[how] ?? String, ['ListPlugins'])),
    },
  ],
};
