import { isToBeAccepted } from '../../engine/judge/demands.ts';
import type { Subject } from '../../engine/judge/rule.ts';
import { acceptance } from '../../lifecycle/effects/acceptance.ts';
import { isLostOnTwoInstances } from '../../lifecycle/effects/lost-answer.ts';
import { damageOf } from '../../lifecycle/effects/refused.ts';
import type { LifecycleSuite } from '../../lifecycle/effects/resource.ts';
import type { MockTarget, WalkedSuite } from '../../lifecycle/walk/walked-suite.ts';
import { authenticationBy } from '../huaweicloud/credentials.ts';
import { groups } from './groups.ts';
import { MOCK_DEFAULTS } from './mock/options.ts';
import { DELETE_PLUGIN } from './operations.ts';
import { resource } from './resource.ts';
import { rules } from './rules/rules.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { ambiguity } from './settings/ambiguous.ts';

const { projectId, poolName, templateName, tokens } = MOCK_DEFAULTS;

/** How the embedded mock is addressed. */
const mock: MockTarget = { projectId, poolName, templateName, token: tokens[0] ?? '' };

/** What is known of the plug-ins of ModelArts: handed to whatever judges, walks and reports. */
export const modelartsPlugins = {
  operations: [DELETE_PLUGIN],
  resource,
  authentication: authenticationBy(ambiguity),
  mock,
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
} as const satisfies LifecycleSuite & WalkedSuite;

/** A deletion that was carried out, or a refusal that changed something, though a gateway answered. */
function hadEffect(subject: Subject): boolean {
  if (isToBeAccepted(subject.probe)) return acceptance(subject) === 'accepted';
  const { exchange } = subject;
  return exchange !== null && damageOf(subject, exchange).some(({ kind }) => kind === 'violation');
}
