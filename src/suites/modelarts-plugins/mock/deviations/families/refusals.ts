import { type RefusedProbe, refusedProbes } from '../../../refused-probes.ts';
import { inAnyCase, isRefusedDelete, needsEncoding } from '../../change.ts';
import type { Context } from '../../context.ts';
import { namesOf } from '../../options.ts';

/** A request of the suite that has to be refused: whether a request is that one, and what the answer must be. */
export interface Refused {
  /** What the names of deviations begin with. */
  readonly slug: string;
  /** Words that follow "A". */
  readonly says: string;
  /** The requirement that the status of its answer is about. */
  readonly requirement: string;
  readonly is: (context: Context) => boolean;
}

function templateOf({ asked }: Context): string {
  return asked.names?.item ?? '';
}

/** Whether an installed plug-in's name goes on where the one that is asked for ends. */
function isBeginning(context: Context): boolean {
  const asked = templateOf(context);
  return [...context.pool.plugins.keys()].some((name) => name !== asked && name.startsWith(asked));
}

function isBlankBehind(context: Context): boolean {
  return templateOf(context).endsWith(' ');
}

function isPattern(context: Context): boolean {
  return templateOf(context).endsWith('%');
}

function isPoolInOtherCase({ asked, pool }: Context): boolean {
  return asked.names?.collection.toLowerCase() === pool.options.poolName.toLowerCase();
}

function isOnPlugin({ asked }: Context, method: string): boolean {
  return asked.method === method && asked.names !== null && asked.names.item !== '';
}

/** Those of which more is known than their names: what is near the names of others, and without credentials. */
const KNOWN: readonly Refused[] = [
  {
    slug: 'ill-formed-pool',
    says: 'DELETE with an ill-formed pool name',
    requirement: 'delete.400.ill-formed.pool-name',
    is: (context) => isRefusedDelete(context, 'pool-name-ill-formed'),
  },
  {
    slug: 'ill-formed-template',
    says: 'DELETE with an ill-formed template name',
    requirement: 'delete.400.ill-formed.template-name',
    is: (context) =>
      isRefusedDelete(context, 'template-name-ill-formed') && !needsEncoding(templateOf(context)),
  },
  {
    slug: 'ill-formed-project',
    says: 'DELETE with an ill-formed project ID',
    requirement: 'delete.400.ill-formed.project-id',
    is: (context) => isRefusedDelete(context, 'project-id-ill-formed'),
  },
  {
    slug: 'over-long-pool',
    says: 'DELETE with an over-long pool name',
    requirement: 'delete.400.over-long.pool-name',
    is: (context) => isRefusedDelete(context, 'pool-name-over-long'),
  },
  {
    slug: 'over-long-template',
    says: 'DELETE with an over-long template name',
    requirement: 'delete.400.over-long.template-name',
    is: (context) => isRefusedDelete(context, 'template-name-over-long'),
  },
  {
    slug: 'over-long-project',
    says: 'DELETE with an over-long project ID',
    requirement: 'delete.400.over-long.project-id',
    is: (context) => isRefusedDelete(context, 'project-id-over-long'),
  },
  {
    slug: 'encoded-template',
    says: 'DELETE with a template name that must be percent-encoded',
    requirement: 'delete.400.encoded.template-name',
    is: (context) =>
      isRefusedDelete(context, 'template-name-ill-formed') &&
      needsEncoding(templateOf(context)) &&
      !isBlankBehind(context) &&
      !isPattern(context),
  },
  {
    slug: 'unknown-template',
    says: 'DELETE of a template that was never installed',
    requirement: 'delete.400.unknown.template-name',
    is: (context) =>
      isRefusedDelete(context, 'no-such-plugin') &&
      !context.pool.gone.has(templateOf(context)) &&
      inAnyCase(context) === undefined &&
      !isBeginning(context),
  },
  {
    slug: 'unknown-pool',
    says: 'DELETE in a pool that does not exist',
    requirement: 'delete.400.unknown.pool-name',
    is: (context) => isRefusedDelete(context, 'no-such-pool') && !isPoolInOtherCase(context),
  },
  {
    slug: 'other-letter-case',
    says: 'DELETE of an installed plug-in in other letter case',
    requirement: 'delete.400.unknown.letter-case',
    is: (context) => isRefusedDelete(context, 'no-such-plugin') && inAnyCase(context) !== undefined,
  },
  {
    slug: 'prefix',
    says: "DELETE of the beginning of an installed plug-in's name",
    requirement: 'delete.400.unknown.prefix',
    is: (context) => isRefusedDelete(context, 'no-such-plugin') && isBeginning(context),
  },
  {
    slug: 'trailing-space',
    says: 'DELETE with a blank behind the name of an installed plug-in',
    requirement: 'delete.400.unknown.trailing-space',
    is: (context) => isRefusedDelete(context, 'template-name-ill-formed') && isBlankBehind(context),
  },
  {
    slug: 'wildcard',
    says: 'DELETE with a pattern in place of a name',
    requirement: 'delete.400.unknown.wildcard',
    is: (context) => isRefusedDelete(context, 'template-name-ill-formed') && isPattern(context),
  },
  {
    slug: 'pool-letter-case',
    says: "DELETE with the pool's name in other letter case",
    requirement: 'delete.400.unknown.pool-letter-case',
    is: (context) => isRefusedDelete(context, 'no-such-pool') && isPoolInOtherCase(context),
  },
  {
    slug: 'repeat',
    says: 'DELETE of a plug-in that was deleted before',
    requirement: 'delete.400.repeated',
    is: (context) => isRefusedDelete(context, 'no-such-plugin') && context.pool.gone.has(templateOf(context)),
  },
  {
    slug: 'no-token',
    says: 'DELETE without a token',
    requirement: 'delete.access.no-token',
    is: (context) => isRefusedDelete(context, 'no-token'),
  },
  {
    slug: 'wrong-token',
    says: 'DELETE with a wrong token',
    requirement: 'delete.access.wrong-token',
    is: (context) => isRefusedDelete(context, 'wrong-token'),
  },
  {
    slug: 'put',
    says: "PUT to a plug-in's path",
    requirement: 'delete.method.put',
    is: (context) => isOnPlugin(context, 'PUT') && context.asked.body === '',
  },
  {
    slug: 'post',
    says: "POST to a plug-in's path",
    requirement: 'delete.method.post',
    is: (context) => isOnPlugin(context, 'POST') && context.asked.body === '',
  },
  {
    slug: 'put-with-body',
    says: "PUT with the body of a Create to a plug-in's path",
    requirement: 'delete.method.put-with-body',
    is: (context) => isOnPlugin(context, 'PUT') && context.asked.body !== '',
  },
  {
    slug: 'post-with-body',
    says: "POST with the body of a Create to a plug-in's path",
    requirement: 'delete.method.post-with-body',
    is: (context) => isOnPlugin(context, 'POST') && context.asked.body !== '',
  },
];

/** Every request that has to be refused; one that nothing more is known of is told by its method and its names. */
export const REFUSED: readonly Refused[] = [
  ...KNOWN,
  ...refusedProbes
    .filter(({ requirement }) => !KNOWN.some((one) => one.requirement === requirement))
    .map(refusedByName),
];

/** A probe that has to be refused, told from others by its method and its names. */
export function refusedByName({ id, says, requirement, method, names }: RefusedProbe): Refused {
  const is = ({ asked, pool: { options }, refusal }: Context) => {
    const wanted = names(namesOf(options));
    return (
      refusal !== null &&
      asked.method === method &&
      asked.names?.project === wanted.project &&
      asked.names.collection === wanted.collection &&
      asked.names.item === wanted.item
    );
  };
  return { slug: id, says, requirement, is };
}
