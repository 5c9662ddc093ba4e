import type { Exchange } from '../../src/engine/model/exchange.ts';
import { deletionsIn } from '../../src/lifecycle/effects/deletions.ts';
import { given } from '../judge/contract.ts';
import { NOTE } from '../suites/notes/api.ts';
import type { Calls } from './calls.ts';
import { byExchange, bySubject, notesOfPools, pools, runs, subjects } from './judge-samples.ts';

const { resource } = given.suite;
const byResourceAndExchange = () => byExchange().map(([exchange]) => [resource, exchange]);
const exchangesOfRuns = () => runs().map((run) => run.flatMap((one) => one.exchanges));
const deletions = () =>
  exchangesOfRuns().flatMap((all) => deletionsIn(given.suite, all, 'groceries', 900_000));
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
  'lifecycle/rules/effects/gone.ts': { gone: () => [[NOTE]] },
  'lifecycle/rules/effects/neighbours.ts': { neighbours: () => [[NOTE]] },
  'lifecycle/rules/effects/refused-unchanged.ts': { refusedUnchanged: () => [[NOTE]] },
  'lifecycle/rules/effects/still-gone.ts': { stillGone: () => [[NOTE]] },
  'lifecycle/rules/effects/unlisted.ts': { unlisted: () => [[NOTE]] },
  'lifecycle/effects/back-again.ts': { backAgain: byDeletion },
  'lifecycle/effects/being-deleted.ts': {
    beingDeleted: () => notesOfPools().map((note) => [subjects()[0], note, pools().slice(0, 3), 'groceries']),
    lateDamage: bySubject,
    deleting: () =>
      exchangesOfRuns().flatMap((all) => all.slice(0, 1).map((one) => [resource, one, 'a DELETE', 'it'])),
  },
  'lifecycle/effects/deletions.ts': {
    deletionsIn: () => exchangesOfRuns().map((all) => [given.suite, all, 'groceries', 900_000]),
    sightingsOf: byDeletion,
    isLookBy: () =>
      deletions().flatMap((deletion) =>
        (['Show', 'List', 'install'] as const).flatMap((by) =>
          deletion.later.map((exchange) => [by, deletion, exchange]),
        ),
      ),
  },
  'engine/judge/exchange-times.ts': { beginOf: byExchange, endOf: byExchange },
  'lifecycle/effects/had-effect.ts': { hadEffect: bySubject },
  'lifecycle/effects/later-changes.ts': {
    laterChanges: () => runs().map((run) => [given.suite, run, 'groceries']),
  },
  'lifecycle/effects/before-and-after.ts': {
    exchangesUpTo: bySubject,
    poolBefore: bySubjectAndTry,
    looksAfter: bySubjectAndTry,
    poolsAfter: bySubjectAndTry,
    poolsAround: bySubjectAndTry,
    betweenLooks: () =>
      runs().map((run) => {
        const all = run.flatMap((one) => one.exchanges);
        const found = all.map(({ index }) => ({
          kind: 'violation',
          code: 'a',
          message: 'A.',
          exchange: index,
        }));
        return [found, all[3] ?? null, all];
      }),
    waitedFor: bySubject,
    waitWasOver: bySubject,
    goneAfter: () =>
      runs()
        .flat()
        .flatMap((one) => one.exchanges.map((exchange) => [resource, one.exchanges, exchange])),
  },
  'lifecycle/effects/changes.ts': {
    changesIn: () => lists().map((of, at) => [pools()[at + 2]?.what ?? [], { lists: of }]),
    isUnsure: () => notesOfPools().map((was, at) => [{ was, now: at % 2 === 0 ? null : was, members: [] }]),
    changes: () =>
      lists().map((of, at) => [
        pools()[at + 2]?.what ?? [],
        { resource, own: 'bread', lists: of, showOf: nothing },
        'A note',
      ]),
    described: () => notesOfPools().map((note) => [note]),
  },
  'lifecycle/effects/given.ts': {
    givenInstance: bySubject,
    listedInstance: bySubject,
    isInstance: () =>
      notesOfPools().flatMap((note) => [null, notesOfPools()[0]].map((given) => [note, 'bread', given])),
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
    // What it makes is asked for one item.
    showOf: bySubjectAndTry,
  },
  'lifecycle/effects/pairs.ts': {
    unequalIn: () => pools().map((pool, at) => [pools()[at + 1]?.what ?? [], pool.what]),
  },
  'lifecycle/effects/same-instance.ts': {
    mayBeSame: () => notesOfPools().map((note, at) => [note, notesOfPools()[at + 1] ?? note]),
    isSurely: () => notesOfPools().map((note, at) => [note, notesOfPools()[at + 1] ?? note]),
    sameness: () =>
      notesOfPools().flatMap((note, at) =>
        [true, false].map((mayRecur) => [
          note,
          notesOfPools()[at + 1] ?? note,
          { mayRecur, isBetween: !mayRecur },
        ]),
      ),
  },
  'lifecycle/effects/listed.ts': {
    listedIn: () =>
      exchangesOfRuns().flatMap((all) => all.map(({ response }) => [resource, response, 'kitchen'])),
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
    isLeaving: () => notesOfPools().map((note) => [resource, note]),
    resourceOf: bySubject,
    saysGone: () => [200, 404, 410, null].map((status) => [resource, status]),
    denialInWords: () => [[resource]],
    suiteOf: () => bySubject().slice(0, 2),
  },
  'lifecycle/effects/spec.ts': { specChanges: bySubjectAndTry },
  'lifecycle/effects/refused.ts': { refusedTries: bySubject, damage: bySubject, damageOf: bySubjectAndTry },
};
