import type { Scenario } from '../../../engine/model/scenario.ts';
import { ILL_FORMED_NAME, ILL_FORMED_PROJECT } from '../expectations.ts';
import { answered } from '../operations.ts';
import { probe } from './probe.ts';

/** Longer than any name that a page shows or bounds. */
const OVER_LONG = 'x'.repeat(256);

/** No page allows an upper-case letter, an underscore or an exclamation mark in such a name. */
const ILL_FORMED = 'Not_A_Name!';

/** Each of these must be percent-encoded in a path. */
const RESERVED = 'no such "plug-in" <é>';

export const illFormed = {
  id: 'ill-formed',
  title: 'a DELETE with one ill-formed name is refused',
  chapter: '400',
  instance: 'present',
  probes: [
    probe({
      id: 'ill-formed-pool',
      about: answered('400', 'ill-formed.pool-name'),
      title: 'with an ill-formed pool name',
      expected: ILL_FORMED_NAME,
      names: (names) => ({ ...names, collection: ILL_FORMED }),
    }),
    probe({
      id: 'ill-formed-template',
      about: answered('400', 'ill-formed.template-name'),
      title: 'with an ill-formed template name',
      expected: ILL_FORMED_NAME,
      names: (names) => ({ ...names, item: ILL_FORMED }),
    }),
    probe({
      id: 'ill-formed-project',
      about: answered('400', 'ill-formed.project-id'),
      title: 'with an ill-formed project ID',
      expected: ILL_FORMED_PROJECT,
      names: (names) => ({ ...names, project: ILL_FORMED }),
    }),
    probe({
      id: 'over-long-pool',
      about: answered('400', 'over-long.pool-name'),
      title: 'with a pool name of 256 characters',
      expected: ILL_FORMED_NAME,
      names: (names) => ({ ...names, collection: OVER_LONG }),
    }),
    probe({
      id: 'over-long-template',
      about: answered('400', 'over-long.template-name'),
      title: 'with a template name of 256 characters',
      expected: ILL_FORMED_NAME,
      names: (names) => ({ ...names, item: OVER_LONG }),
    }),
    probe({
      id: 'over-long-project',
      about: answered('400', 'over-long.project-id'),
      title: 'with a project ID of 256 characters',
      expected: ILL_FORMED_PROJECT,
      names: (names) => ({ ...names, project: OVER_LONG }),
    }),
    probe({
      id: 'encoded-template',
      about: answered('400', 'encoded.template-name'),
      title: 'with a template name whose characters must be percent-encoded',
      expected: ILL_FORMED_NAME,
      names: (names) => ({ ...names, item: RESERVED }),
    }),
  ],
} as const satisfies Scenario;
