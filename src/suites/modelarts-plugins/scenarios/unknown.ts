import { createHash } from 'node:crypto';
import type { Names } from '../../../engine/model/resource.ts';
import type { Scenario } from '../../../engine/model/scenario.ts';
import { NEAR_NAME, NO_SUCH } from '../expectations.ts';
import { answered } from '../operations.ts';
import { otherLetterCase, tooShort, withoutLastLetter } from './near-names.ts';
import { probe } from './probe.ts';

/** A well-formed name that depends on nothing but the settings, and that nobody chose. */
function absent(names: Names): string {
  const drawn = createHash('sha256')
    .update(JSON.stringify(Object.values(names)))
    .digest('hex');
  return `absent-${drawn.slice(0, 20)}`;
}

function noOtherCase(what: string, name: string): string | null {
  return otherLetterCase(name) === null
    ? `The ${what} \`${name}\` has no letter of which there is another case.`
    : null;
}

export const unknown = {
  id: 'unknown',
  title: 'a DELETE of a plug-in or a pool that does not exist is refused',
  chapter: '400',
  instance: 'present',
  probes: [
    probe({
      id: 'unknown-template',
      about: answered('400', 'unknown.template-name'),
      title: 'of a template that was never installed',
      expected: NO_SUCH,
      mustNotExist: true,
      names: (names) => ({ ...names, item: absent(names) }),
    }),
    probe({
      id: 'unknown-pool',
      about: answered('400', 'unknown.pool-name'),
      title: 'in a pool that does not exist',
      expected: NO_SUCH,
      mustNotExist: true,
      names: (names) => ({ ...names, collection: absent(names) }),
    }),
    probe({
      id: 'letter-case',
      about: answered('400', 'unknown.letter-case'),
      title: 'of the installed template in other letter case',
      expected: NO_SUCH,
      mustNotExist: true,
      laxity: 'any-letter-case',
      nothingToSend: ({ item }) => noOtherCase('template name', item),
      names: ({ item, ...names }) => ({
        ...names,
        item: otherLetterCase(item) ?? item,
      }),
    }),
    probe({
      id: 'prefix',
      about: answered('400', 'unknown.prefix'),
      title: 'of the installed template without the last letter of its name',
      expected: NEAR_NAME,
      mustNotExist: true,
      laxity: 'by-prefix',
      nothingToSend: ({ item }) => tooShort(item),
      names: (names) => ({ ...names, item: withoutLastLetter(names.item) }),
    }),
    probe({
      id: 'trailing-space',
      about: answered('400', 'unknown.trailing-space'),
      title: 'of the installed template with a blank behind its name',
      expected: NEAR_NAME,
      mustNotExist: true,
      laxity: 'without-blanks',
      names: (names) => ({ ...names, item: `${names.item} ` }),
    }),
    probe({
      id: 'wildcard',
      about: answered('400', 'unknown.wildcard'),
      title: 'of the installed template with `%` for the last letter of its name',
      expected: NEAR_NAME,
      mustNotExist: true,
      laxity: 'as-pattern',
      // A pattern of nothing but `%` would match whatever there is.
      nothingToSend: ({ item }) => tooShort(item),
      names: (names) => ({ ...names, item: `${withoutLastLetter(names.item)}%` }),
    }),
    probe({
      id: 'pool-letter-case',
      about: answered('400', 'unknown.pool-letter-case'),
      title: "of the installed template, with the pool's name in other letter case",
      expected: NEAR_NAME,
      mustNotExist: true,
      laxity: 'any-letter-case-of-collection',
      nothingToSend: ({ collection }) => noOtherCase("pool's name", collection),
      names: ({ collection, ...names }) => ({
        ...names,
        collection: otherLetterCase(collection) ?? collection,
      }),
    }),
  ],
} as const satisfies Scenario;
