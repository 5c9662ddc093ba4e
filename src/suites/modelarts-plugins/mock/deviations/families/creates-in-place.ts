import { jsonAnswer } from '../../../../../trials/mock/answer.ts';
import type { Context } from '../../context.ts';
import type { Deviation } from '../../deviation.ts';
import { describePlugin } from '../../plugin.ts';
import { install } from '../../pool.ts';

/** A method with a body that is carried out as a Create of what is installed already. */
function creating(method: 'PUT' | 'POST', status: number): Pick<Deviation, 'effect' | 'answer'> {
  const isOne = ({ asked, pool }: Context) =>
    asked.method === method && asked.body !== '' && pool.plugins.has(asked.names?.item ?? '');
  return {
    effect: (context, carryOut) => {
      carryOut();
      const { asked, pool, now } = context;
      const there = pool.plugins.get(asked.names?.item ?? '');
      // Of a later second, so that its time tells it from the one that was there.
      const later = new Date(Date.parse(asked.at) + 1000).toISOString();
      if (isOne(context) && there !== undefined) install(pool, there.template, later, now);
    },
    answer: (answer, context) => {
      const made = context.pool.plugins.get(context.asked.names?.item ?? '');
      if (made === undefined || !isOne(context)) return answer;
      return { ...jsonAnswer(200, describePlugin(made, 'Pending', false)), status };
    },
  };
}

/** Methods that the path does not have, which put another instance in the place of the one that is there. */
export const createsInPlace: readonly Deviation[] = [
  {
    name: 'put-replaces',
    title: 'A PUT with the body of a Create puts a new instance in the place of the plug-in.',
    catches: 'delete.method.put-with-body',
    ...creating('PUT', 200),
  },
  {
    name: 'post-recreates',
    title: "A POST with the body of a Create to a plug-in's path installs the plug-in once more.",
    catches: 'delete.method.post-with-body',
    ...creating('POST', 201),
  },
];
