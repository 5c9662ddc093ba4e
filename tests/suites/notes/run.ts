import type { RunSuite } from '../../../src/app/run/run-suite.ts';
import { loadContract } from '../../../src/engine/contract/contract.ts';
import { requestsOf } from '../../../src/engine/judge/probe-words.ts';
import type { Contract } from '../../../src/engine/model/contract.ts';
import { PACKAGE_ROOT } from '../../../src/engine/package-root.ts';
import { described } from '../../../src/lifecycle/effects/changes.ts';
import { poolIn } from '../../../src/lifecycle/effects/snapshot.ts';
import { rehearsedExchange } from '../../../src/lifecycle/walk/rehearsed-exchange.ts';
import { namesIn } from './api.ts';
import { deviations } from './deviations.ts';
import { openNotebook, respond, startNotes } from './server.ts';
import { notes, TARGET } from './suite.ts';

/** Where the description of the notes stands. */
export const DESCRIPTION = new URL('tests/suites/notes/notes.openapi.yaml', PACKAGE_ROOT);

/** The compiled description of the notes, or of another file. */
export function notesContract({ file } = { file: DESCRIPTION }): Promise<Contract> {
  return loadContract({ file, cache: null, tested: notes.operations });
}

/** Its own, compiled once however many runs judge by it. */
let compiled: Promise<Contract> | null = null;

/** The suite of the notes, as a run reads it. */
export const notesRun: RunSuite = {
  ...notes,
  reported: {
    title: 'Delete a Note',
    resource: { words: notes.resource.words, keys: notes.resource.keys },
    settings: { source: notes.settings.source },
    requests: requestsOf(notes.scenarios),
    requestIdHeader: notes.requestIdHeader,
    listed: (exchange) => poolIn(notes.resource, exchange)?.what.map(described) ?? null,
  },
  addedIn: {},
  documents: { description: DESCRIPTION, statements: null },
  loadContract: () => {
    compiled ??= notesContract();
    return compiled;
  },
  loadSources: async () => ({
    says: {},
    proofs: Object.fromEntries(
      deviations.map(({ catches }) => [
        catches,
        deviations.filter((one) => one.catches === catches).map(({ name }) => name),
      ]),
    ),
  }),
  startEmbedded: (name, server) => startNotes(deviations.find((one) => one.name === name) ?? null, server),
  answering: (plan) => {
    const notebook = openNotebook();
    let next = 0;
    return async (ask) => {
      const index = next;
      next += 1;
      const token = ask.headers.some(([, value]) => value === `Bearer ${TARGET.token}`) ? TARGET.token : null;
      const { method, path, body } = ask;
      const answer = respond({ method, names: namesIn(path), token, body: body ?? '' }, notebook);
      return rehearsedExchange(plan, ask, index, answer.status, answer.body);
    };
  },
  builtWalk: null,
};
