import { members } from '../../../src/engine/judge/rules/body/members.ts';
import { none } from '../../../src/engine/judge/rules/body/none.ts';
import { schema } from '../../../src/engine/judge/rules/body/schema.ts';
import { noInternals } from '../../../src/engine/judge/rules/errors/no-internals.ts';
import { expected } from '../../../src/engine/judge/rules/status/expected.ts';
import { json } from '../../../src/engine/judge/rules/wire/json.ts';
import { jsonCharset } from '../../../src/engine/judge/rules/wire/json-charset.ts';
import { jsonEncoding } from '../../../src/engine/judge/rules/wire/json-encoding.ts';
import { mediaType } from '../../../src/engine/judge/rules/wire/media-type.ts';
import { uniqueNames } from '../../../src/engine/judge/rules/wire/unique-names.ts';
import { hadEffect } from '../../../src/lifecycle/effects/had-effect.ts';
import { isLostOnTwoInstances } from '../../../src/lifecycle/effects/lost-answer.ts';
import type { LifecycleSuite } from '../../../src/lifecycle/effects/resource.ts';
import { gone } from '../../../src/lifecycle/rules/effects/gone.ts';
import { neighbours } from '../../../src/lifecycle/rules/effects/neighbours.ts';
import { refusedUnchanged } from '../../../src/lifecycle/rules/effects/refused-unchanged.ts';
import { stillGone } from '../../../src/lifecycle/rules/effects/still-gone.ts';
import { unlisted } from '../../../src/lifecycle/rules/effects/unlisted.ts';
import type { WalkedSuite } from '../../../src/lifecycle/walk/walked-suite.ts';
import { NOTE, resource } from './api.ts';
import { chapters, DELETE_NOTE, scenarios } from './scenarios.ts';

/** Whom the server of the notes knows, and what stands where. */
export const TARGET = { project: 'ada', collection: 'kitchen', item: 'groceries', token: 'token-of-ada' };

/** What is known of the notes: all that judging and walking have to know of an API. */
export const notes = {
  operations: [DELETE_NOTE],
  decisive: { method: 'DELETE', statuses: [204, 404] },
  resource,
  settings: {
    endpoint: 'NOTES_ENDPOINT',
    source: 'NOTES_SOURCE',
    requestTimeout: 'NOTES_REQUEST_TIMEOUT_MS',
    settleTimeout: 'NOTES_SETTLE_TIMEOUT_MS',
    signIn: { endpoint: 'NOTES_SIGN_IN', credentials: [] },
  },
  errors: {
    codeOf: () => null,
    messageOf: () => null,
    isExpired: () => false,
    isRefusedForClock: () => false,
    hasNoSuchApi: () => false,
  },
  authentication: {
    secretsIn: () => [],
    credentialsOf: () => ({
      shown: 'a bearer token',
      headers: () => [['Authorization', `Bearer ${TARGET.token}`]],
      signIn: null,
    }),
    wrong: [['Authorization', 'Bearer nobody']],
  },
  mock: TARGET,
  chapters,
  scenarios,
  rules: [
    ...[expected, mediaType, json, jsonEncoding, jsonCharset, uniqueNames, none, members, schema],
    ...[gone, unlisted, stillGone, neighbours, refusedUnchanged].map((rule) => rule(NOTE)),
    noInternals,
  ],
  facets: ['access', 'method', 'effect', 'error'],
  groups: [
    {
      key: '',
      facets: ['answer'],
      ofAnswer: true,
      title: (key) => `Requests that are answered ${key === 'default' ? 'otherwise' : key}`,
    },
    {
      key: 'wire',
      facets: ['media-type', 'json'],
      ofAnswer: true,
      title: (key) => `Media type and JSON, ${key}`,
    },
    { key: 'body', facets: ['body', 'members'], ofAnswer: true, title: (key) => `Body, ${key}` },
    { key: 'effect', facets: ['effect'], ofAnswer: false, title: () => 'Effects on the notebook' },
    { key: 'access', facets: ['access'], ofAnswer: false, title: () => 'Credentials' },
    { key: 'method', facets: ['method'], ofAnswer: false, title: () => 'Other methods' },
    { key: 'error', facets: ['error'], ofAnswer: false, title: () => 'Errors' },
  ],
  control: { title: 'List', purpose: 'list' },
  requestIdHeader: 'note-request',
  effects: { hadEffect, isLostForGood: isLostOnTwoInstances },
  words: {
    accepted: 'DELETE of a note',
    refused: 'DELETE that had to be refused',
    needsOwnInstance: '`NOTES_SOURCE` is `existing`, and this needs a note that the suite writes.',
  },
} as const satisfies LifecycleSuite & WalkedSuite;
