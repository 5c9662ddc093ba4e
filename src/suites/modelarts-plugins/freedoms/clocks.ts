import fc from 'fast-check';
import { jsonMember, replaced } from '../../../engine/json.ts';
import { describing, isOwn } from './describing.ts';
import type { Doing, Freedom } from './freedom.ts';

/** Milliseconds by which the clock of the service is off, or by which a local time called UTC is. */
const OFF_MS = [-300_000, 300_000, -8 * 3_600_000, 9.5 * 3_600_000, 5.75 * 3_600_000, -840_000];

/** The time of an instance is that of the service, which nobody compares with the gateway's. */
export const clocks: Freedom = {
  name: 'clocks',
  rare: true,
  ways: [
    {
      title: 'the clock of the service is not that of the gateway',
      doing: fc.constantFrom(...OFF_MS).map(
        (offMs): Doing => ({
          manner: () =>
            describing((plugin, context) => {
              const time = jsonMember(jsonMember(plugin, 'metadata'), 'creationTimestamp');
              const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
              if (Number.isNaN(at) || !isOwn(plugin, context)) return plugin;
              const other = new Date(at + offMs).toISOString();
              return replaced(plugin, ['metadata', 'creationTimestamp'], other);
            }),
        }),
      ),
      without: ['date', 'trouble', 'timestamps', 'members'],
    },
  ],
};
