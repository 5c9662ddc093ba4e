import type { RequirementGroup } from '../../engine/judge/rule.ts';

const ANSWERS: Readonly<Record<string, string>> = {
  200: 'Status of an accepted DELETE',
  400: 'Requests that must be refused',
};

/** As a reader walks through them: status first, then what is in the answer, then the rest. */
export const groups: readonly RequirementGroup[] = [
  {
    key: '',
    facets: ['answer'],
    ofAnswer: true,
    title: (status) => ANSWERS[status] ?? `Requests that are answered ${status}`,
  },
  {
    key: 'wire',
    facets: ['media-type', 'json'],
    ofAnswer: true,
    title: (status) => `Media type and JSON of a ${status}`,
  },
  {
    key: 'body',
    facets: ['body', 'members'],
    ofAnswer: true,
    title: (status) => `Body of a ${status}, field by field`,
  },
  {
    key: 'instance',
    facets: ['instance'],
    ofAnswer: true,
    title: (status) => `The instance that a ${status} describes`,
  },
  { key: 'effect', facets: ['effect'], ofAnswer: false, title: () => 'Effects on the pool' },
  { key: 'access', facets: ['access'], ofAnswer: false, title: () => 'Credentials' },
  {
    key: 'method',
    facets: ['method'],
    ofAnswer: false,
    title: () => 'Methods that the path does not document',
  },
  { key: 'error', facets: ['error'], ofAnswer: false, title: () => 'Errors' },
];
