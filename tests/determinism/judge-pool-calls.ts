import type { Exchange } from '../../src/engine/model/exchange.ts';
import { deletionsIn } from '../../src/lifecycle/effects/deletions.ts';
import { PLUGIN } from '../../src/suites/modelarts-plugins/words.ts';
import { given } from '../judge/contract.ts';
import type { Calls } from './calls.ts';
import { byExchange, bySubject, plugins, pools, runs, subjects } from './judge-samples.ts';

const { resource } = given.suite;
const byResourceAndExchange = () => byExchange().map(([exchange]) => [resource, exchange]);
const exchangesOfRuns = () => runs().map((run) => run.flatMap((one) => one.exchanges));
const deletions = () =>
  exchangesOfRuns().flatMap((all) => deletionsIn(given.suite, all, 'node-local-dns', 900_000));
const byDeletion = () => deletions().map((deletion) => [deletion]);
const bySubjectAndTry = () => subjects().flatMap((subject) => subject.tries.map((one) => [subject, one]));
const bySubjectAndLook = () =>
  subjects().flatMap((subject) => subject.evidence.exchanges.slice(0, 4).map((one) => [subject, one]));
const nothing = (): Exchange | undefined => undefined;
const lists = () =>
  pools().map((pool, at) => {
    const next = pools()[at + 1];
    return next === undefined ? [pool] : [pool, next];
  });

/** How each function of `judge/` is called that compares looks at the pool. */
export const POOL_CALLS: Calls = {
  'lifecycle/rules/effects/gone.ts': { gone: () => [[PLUGIN]] },
  'lifecycle/rules/effects/neighbours.ts': { neighbours: () => [[PLUGIN]] },
  'lifecycle/rules/effects/refused-unchanged.ts': { refusedUnchanged: () => [[PLUGIN]] },
  'lifecycle/rules/effects/still-gone.ts': { stillGone: () => [[PLUGIN]] },
  'lifecycle/rules/effects/unlisted.ts': { unlisted: () => [[PLUGIN]] },
  'lifecycle/effects/back-again.ts': { backAgain: byDeletion },
  'lifecycle/effects/being-deleted.ts': {
    beingDeleted: () =>
      plugins().map((plugin) => [subjects()[0], plugin, pools().slice(0, 3), 'node-local-dns']),
    lateDamage: bySubject,
    deleting: () =>
      exchangesOfRuns().flatMap((all) => all.slice(0, 1).map((one) => [resource, one, 'a DELETE', 'it'])),
  },
  'lifecycle/effects/deletions.ts': {
    deletionsIn: () => exchangesOfRuns().map((all) => [given.suite, all, 'node-local-dns', 900_000]),
    sightingsOf: byDeletion,
    isLookBy: () =>
      deletions().flatMap((deletion) =>
        (['Show', 'List', 'install'] as const).flatMap((by) =>
          deletion.later.map((exchange) => [by, deletion, exchange]),
        ),
      ),
    beginOf: byExchange,
  },
  'lifecycle/effects/later-changes.ts': {
    laterChanges: () => runs().map((run) => [given.suite, run, 'node-local-dns']),
  },
  'lifecycle/effects/before-and-after.ts': {
    exchangesUpTo: bySubject,
    poolBefore: bySubjectAndTry,
    looksAfter: bySubjectAndTry,
    poolsAfter: bySubjectAndTry,
    waitedFor: bySubject,
    waitWasOver: bySubject,
    goneAfter: () =>
      runs()
        .flat()
        .flatMap((one) => one.exchanges.map((exchange) => [resource, one.exchanges, exchange])),
  },
  'lifecycle/effects/changes.ts': {
    changesIn: () => lists().map((of, at) => [pools()[at + 2]?.what ?? [], { lists: of }]),
    isUnsure: () => plugins().map((was, at) => [{ was, now: at % 2 === 0 ? null : was, members: [] }]),
    changes: () =>
      lists().map((of, at) => [
        pools()[at + 2]?.what ?? [],
        { resource, lists: of, showOf: nothing },
        'A plug-in',
      ]),
    described: () => plugins().map((plugin) => [plugin]),
  },
  'lifecycle/effects/given.ts': {
    givenInstance: bySubject,
    listedInstance: bySubject,
    isInstance: () =>
      plugins().flatMap((plugin) => [null, plugins()[0]].map((given) => [plugin, 'log-agent', given])),
  },
  'lifecycle/effects/names.ts': {
    namesOf: () =>
      exchangesOfRuns().flatMap((all) => all.flatMap(({ names }) => (names === null ? [] : [[names]]))),
    sameNames: () =>
      exchangesOfRuns().flatMap((all) => all.map(({ names }, at) => [names, all[at + 1]?.names ?? null])),
  },
  'lifecycle/effects/own.ts': {
    ownNames: bySubject,
    ownItem: bySubject,
    isOwnShow: bySubjectAndLook,
    ownIn: bySubjectAndLook,
    firstShow: bySubjectAndTry,
    wasShown: bySubjectAndTry,
    // What it makes is asked for one template.
    showOf: bySubjectAndTry,
  },
  'lifecycle/effects/pairs.ts': {
    unequalIn: () => pools().map((pool, at) => [pools()[at + 1]?.what ?? [], pool.what]),
  },
  'lifecycle/effects/same-instance.ts': {
    mayBeSame: () => plugins().map((plugin, at) => [plugin, plugins()[at + 1] ?? plugin]),
    isSurely: () => plugins().map((plugin, at) => [plugin, plugins()[at + 1] ?? plugin]),
    sameness: () =>
      plugins().flatMap((plugin, at) =>
        [true, false].map((mayRecur) => [
          plugin,
          plugins()[at + 1] ?? plugin,
          { mayRecur, isBetween: !mayRecur },
        ]),
      ),
  },
  'lifecycle/effects/listed.ts': {
    listedIn: () =>
      exchangesOfRuns().flatMap((all) => all.map(({ response }) => [resource, response, 'pool-a'])),
  },
  'lifecycle/effects/snapshot.ts': {
    saysExists: byExchange,
    saysWhatIsThere: byResourceAndExchange,
    poolIn: byResourceAndExchange,
    viewsIn: byResourceAndExchange,
    shownIn: byResourceAndExchange,
    viewIn: byResourceAndExchange,
  },
  'lifecycle/effects/resource.ts': {
    isLeaving: () => plugins().map((plugin) => [resource, plugin]),
    resourceOf: bySubject,
    suiteOf: () => bySubject().slice(0, 2),
  },
  'lifecycle/effects/spec.ts': { specChanges: bySubjectAndTry },
  'lifecycle/effects/refused.ts': { refusedTries: bySubject, damage: bySubject, damageOf: bySubjectAndTry },
};
