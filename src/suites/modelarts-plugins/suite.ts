import { isToBeAccepted } from '../../engine/judge/demands.ts';
import type { JudgedSuite, Subject } from '../../engine/judge/rule.ts';
import { acceptance } from '../../lifecycle/effects/acceptance.ts';
import { isLostOnTwoInstances } from '../../lifecycle/effects/lost.ts';
import { damageOf } from '../../lifecycle/effects/refused.ts';
import { groups } from './groups.ts';
import { DELETE_PLUGIN } from './operations.ts';
import { rules } from './rules/rules.ts';
import { scenarios } from './scenarios/scenarios.ts';

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
