import { acceptance } from '../../judge/acceptance.ts';
import { isToBeAccepted } from '../../judge/demands.ts';
import { isLostOnTwoInstances } from '../../judge/lost.ts';
import { damageOf } from '../../judge/refused.ts';
import type { JudgedSuite, Subject } from '../../judge/rule.ts';
import { rules } from '../../judge/rules/rules.ts';
import { scenarios } from '../../scenarios/scenarios.ts';
import { groups } from './groups.ts';
import { DELETE_PLUGIN } from './operations.ts';

/** What is known of the plug-ins of ModelArts: handed to whatever judges, walks and reports. */
export const modelartsPlugins = {
  operations: [DELETE_PLUGIN],
  scenarios,
  rules,
  facets: ['access', 'method', 'effect', 'error'],
  groups,
  control: { title: 'List', purpose: 'list' },
  effects: { hadEffect, isLostForGood: isLostOnTwoInstances },
  words: {
    accepted: 'DELETE of the installed plug-in',
    refused: 'DELETE that had to be refused',
    needsOwnInstance:
      '`MODELARTS_PLUGIN_SOURCE` is `existing`, and this needs an instance that the suite installs.',
  },
} as const satisfies JudgedSuite;

/** A deletion that was carried out, or a refusal that changed something, though a gateway answered. */
function hadEffect(subject: Subject): boolean {
  if (isToBeAccepted(subject.probe)) return acceptance(subject) === 'accepted';
  const { exchange } = subject;
  return exchange !== null && damageOf(subject, exchange).some(({ kind }) => kind === 'violation');
}
