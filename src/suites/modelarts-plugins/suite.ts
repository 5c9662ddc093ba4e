import { requestsOf } from '../../engine/judge/probe-words.ts';
import type { ReportedSuite } from '../../engine/model/report.ts';
import { described } from '../../lifecycle/effects/changes.ts';
import { hadEffect } from '../../lifecycle/effects/had-effect.ts';
import { isLostOnTwoInstances } from '../../lifecycle/effects/lost-answer.ts';
import type { LifecycleSuite } from '../../lifecycle/effects/resource.ts';
import { poolIn } from '../../lifecycle/effects/snapshot.ts';
import type { MockTarget, WalkedSuite } from '../../lifecycle/walk/walked-suite.ts';
import { authenticationBy } from '../huaweicloud/credentials.ts';
import { errors, REQUEST_ID_HEADER } from '../huaweicloud/errors.ts';
import { groups } from './groups.ts';
import { MOCK_DEFAULTS, namesOf } from './mock/options.ts';
import { operations } from './operations.ts';
import { resource } from './resource.ts';
import { rules } from './rules/rules.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { ambiguity } from './settings/ambiguous.ts';

/** How the embedded mock is addressed. */
const mock: MockTarget = { ...namesOf(MOCK_DEFAULTS), token: MOCK_DEFAULTS.tokens[0] ?? '' };

/** What is known of the plug-ins of ModelArts: handed to whatever judges, walks and reports. */
export const modelartsPlugins = {
  operations,
  decisive: { method: 'DELETE', statuses: [200, 400] },
  resource,
  settings: {
    endpoint: 'MODELARTS_ENDPOINT',
    source: 'MODELARTS_PLUGIN_SOURCE',
    requestTimeout: 'MODELARTS_REQUEST_TIMEOUT_MS',
    settleTimeout: 'MODELARTS_SETTLE_TIMEOUT_MS',
    signIn: {
      endpoint: 'MODELARTS_IAM_ENDPOINT',
      credentials: ['MODELARTS_IAM_DOMAIN', 'MODELARTS_IAM_USERNAME', 'MODELARTS_IAM_PASSWORD'],
    },
  },
  errors,
  authentication: authenticationBy(ambiguity),
  mock,
  chapters: ['access', '400', '200', 'effects'],
  scenarios,
  rules,
  facets: ['access', 'method', 'effect', 'error'],
  groups,
  control: { title: 'List', purpose: 'list' },
  requestIdHeader: REQUEST_ID_HEADER,
  effects: { hadEffect, isLostForGood: isLostOnTwoInstances },
  words: {
    accepted: 'DELETE of the installed plug-in',
    refused: 'DELETE that had to be refused',
    needsOwnInstance:
      '`MODELARTS_PLUGIN_SOURCE` is `existing`, and this needs an instance that the suite installs.',
  },
} as const satisfies LifecycleSuite & WalkedSuite;

/** What reports say of them, and nothing that acts or that is secret. */
export const reportedPlugins: ReportedSuite = {
  title: 'Delete a Plug-in',
  resource: { words: resource.words, keys: resource.keys },
  settings: { source: modelartsPlugins.settings.source },
  requests: requestsOf(scenarios),
  requestIdHeader: REQUEST_ID_HEADER,
  listed: (exchange) => poolIn(resource, exchange)?.what.map(described) ?? null,
};
