import { checkCredentials } from '../../huaweicloud/mock/credentials.ts';
import { gatewayRefusal } from '../../huaweicloud/mock/gateway.ts';
import type { Situation } from './context.ts';
import { checkName } from './names.ts';
import { badRequest, notFound, type Refusal } from './refusal.ts';

/** One reason to refuse; null where it does not hold. */
export type Check = (situation: Situation) => Refusal | null;

/** The checks of every request in the order in which a conforming endpoint makes them: gateway, names, body, pool. */
export const checks: readonly Check[] = [route, checkCredentials, names, body, pool, instance];

function route({ asked }: Situation): Refusal | null {
  if (asked.operation !== null) return null;
  return gatewayRefusal('no-such-api', 404, 'APIGW.0101', 'No API has this method and path.');
}

function names({ asked, pool: { options } }: Situation): Refusal | null {
  if (asked.operation === 'CreateToken') return null;
  if (asked.names === null) return badRequest('undecodable-path', 'The path is not percent-encoded UTF-8.');
  const { project: projectId, collection: poolName, item: templateName } = asked.names;
  const project = checkName('project-id', projectId);
  if (project !== null) return project;
  if (projectId !== options.projectId) {
    return gatewayRefusal('foreign-project', 403, 'APIGW.0302', 'The token is not valid for this project.');
  }
  const ofPool = asked.operation === 'ListPlugins' || asked.operation === 'CreatePlugin';
  return checkName('pool-name', poolName) ?? (ofPool ? null : checkName('template-name', templateName));
}

function body({ asked }: Situation): Refusal | null {
  if (asked.bodyTooLong) {
    return gatewayRefusal('body-too-long', 413, 'APIGW.0201', 'The request body is too long.');
  }
  if (asked.operation !== 'CreatePlugin') return null;
  if (asked.template === null) return badRequest('ill-formed-body', 'The body does not describe a plug-in.');
  return checkName('template-name', asked.template.name);
}

function pool({ asked, pool: { options } }: Situation): Refusal | null {
  if (asked.names === null || asked.names.collection === options.poolName) return null;
  return badRequest('no-such-pool', 'No such pool.');
}

function instance({ asked, plugin }: Situation): Refusal | null {
  switch (asked.operation) {
    case 'CreatePlugin':
      return plugin === null ? null : badRequest('already-installed', 'The plug-in is installed already.');
    case 'ShowPlugin':
      return plugin === null ? notFound('No such plug-in.') : null;
    case 'DeletePlugin':
      if (plugin === null) return badRequest('no-such-plugin', 'No such plug-in.');
      return plugin.goneAt === null ? null : badRequest('being-deleted', 'The plug-in is being deleted.');
    default:
      return null;
  }
}
