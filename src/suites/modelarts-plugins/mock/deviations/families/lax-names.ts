import { inAnyCase } from '../../change.ts';
import type { Deviation } from '../../deviation.ts';
import type { Pool } from '../../pool.ts';

/** The name of an installed plug-in that a DELETE of another name finds; undefined where it finds none. */
type Find = (asked: string, installed: readonly string[]) => string | undefined;

/** A DELETE that takes the names of its path for others; Show and List do not. */
function taking(find: Find): NonNullable<Deviation['reads']> {
  return (asked, pool) => {
    const { operation, names } = asked;
    if (operation !== 'DeletePlugin' || names === null) return asked;
    const found = find(names.item, latestFirst(pool));
    return found === undefined ? asked : { ...asked, names: { ...names, item: found } };
  };
}

function latestFirst({ plugins }: Pool): readonly string[] {
  return [...plugins.keys()].reverse();
}

/** Whether a name is what a pattern means, with `%` for any characters. */
function isLike(name: string, pattern: string): boolean {
  const [beginning = '', end] = pattern.split('%');
  return end === undefined ? name === pattern : name.startsWith(beginning) && name.endsWith(end);
}

/** DELETEs that find a plug-in by a name that is not its own. */
export const laxNames: readonly Deviation[] = [
  {
    name: 'case-insensitive',
    title: 'A DELETE finds the plug-in under any letter case of its name, where Show does not.',
    catches: 'delete.400.unknown.letter-case',
    reads: (asked, pool) => {
      const { operation, names } = asked;
      if (operation !== 'DeletePlugin' || names === null) return asked;
      const installed = inAnyCase({ asked, pool });
      return installed === undefined ? asked : { ...asked, names: { ...names, item: installed } };
    },
  },
  {
    name: 'prefix-matched',
    title: 'A DELETE finds the plug-in by the beginning of its name, where Show does not.',
    catches: 'delete.400.unknown.prefix',
    reads: taking((asked, installed) => installed.find((name) => name.startsWith(asked))),
  },
  {
    name: 'blanks-trimmed',
    title: 'A DELETE finds the plug-in with blanks around its name, where Show does not.',
    catches: 'delete.400.unknown.trailing-space',
    reads: taking((asked, installed) => installed.find((name) => name === asked.trim())),
  },
  {
    name: 'pattern-matched',
    title: 'A DELETE takes `%` in a name for any characters, where Show does not.',
    catches: 'delete.400.unknown.wildcard',
    reads: taking((asked, installed) => installed.find((name) => isLike(name, asked))),
  },
  {
    name: 'pool-case-insensitive',
    title: 'A DELETE finds the pool under any letter case of its name, where Show does not.',
    catches: 'delete.400.unknown.pool-letter-case',
    reads: (asked, { options: { poolName } }) => {
      const { operation, names } = asked;
      const isOne = names?.collection.toLowerCase() === poolName.toLowerCase();
      return operation === 'DeletePlugin' && names !== null && isOne
        ? { ...asked, names: { ...names, collection: poolName } }
        : asked;
    },
  },
];
