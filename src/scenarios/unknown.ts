import { createHash } from 'node:crypto';
import type { Names, Scenario } from '../model/scenario.ts';
import { probe } from './probe.ts';

/** A well-formed name that depends on nothing but the settings, and that nobody chose. */
function absent(names: Names): string {
  const drawn = createHash('sha256')
    .update(JSON.stringify(Object.values(names)))
    .digest('hex');
  return `absent-${drawn.slice(0, 20)}`;
}

function otherLetterCase(name: string): string {
  return name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
}

export const unknown = {
  id: 'unknown',
  title: 'a DELETE of a plug-in or a pool that does not exist is refused',
  chapter: '400',
  instance: 'present',
  probes: [
    probe({
      id: 'unknown-template',
      requirement: 'delete.400.unknown.template-name',
      title: 'of a template that was never installed',
      row: 'no-such',
      mustNotExist: true,
      names: (names) => ({ ...names, templateName: absent(names) }),
    }),
    probe({
      id: 'unknown-pool',
      requirement: 'delete.400.unknown.pool-name',
      title: 'in a pool that does not exist',
      row: 'no-such',
      mustNotExist: true,
      names: (names) => ({ ...names, poolName: absent(names) }),
    }),
    probe({
      id: 'letter-case',
      requirement: 'delete.400.unknown.letter-case',
      title: 'of the installed template in other letter case',
      row: 'no-such',
      mustNotExist: true,
      names: (names) => ({ ...names, templateName: otherLetterCase(names.templateName) }),
    }),
  ],
} as const satisfies Scenario;
