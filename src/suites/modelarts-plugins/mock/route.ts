import { randomUUID } from 'node:crypto';
import { isJsonObject, jsonMember, parseJson } from '../../../engine/json.ts';
import type { OperationId } from '../../../engine/model/exchange.ts';
import type { Names } from '../../../engine/model/resource.ts';
import { headerValue, type Wire } from '../../huaweicloud/mock/signature.ts';
import type { Asked, MockOperation } from './context.ts';
import { TEMPLATE_DEFAULTS } from './options.ts';
import type { Template } from './plugin.ts';

const PLUGINS = /^\/v2\/([^/]+)\/pools\/([^/]+)\/plugins(?:\/([^/]+))?$/;

const OF_POOL: Readonly<Record<string, OperationId>> = { GET: 'ListPlugins', POST: 'CreatePlugin' };
const OF_PLUGIN: Readonly<Record<string, OperationId>> = { GET: 'ShowPlugin', DELETE: 'DeletePlugin' };

/** Reads a request; `body` is null where it was longer than is read. */
export function readRequest(wire: Wire, body: string | null): Asked {
  const { method, target } = wire;
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const match = PLUGINS.exec(path);
  const operation = match === null ? tokenRoute(method, path) : pluginRoute(method, match[3]);
  return {
    operation,
    method,
    names: match === null ? null : decodedNames(match),
    detail: query !== '' && new URLSearchParams(query).get('detail') === 'true',
    token: headerValue(wire, 'x-auth-token') || null,
    wire,
    body: body ?? '',
    bodyTooLong: body === null,
    at: new Date().toISOString(),
    requestId: randomUUID().replaceAll('-', ''),
    template: operation === 'CreatePlugin' ? readTemplate(body ?? '') : null,
  };
}

function tokenRoute(method: string, path: string): MockOperation | null {
  return method === 'POST' && path === '/v3/auth/tokens' ? 'CreateToken' : null;
}

function pluginRoute(method: string, templateName: string | undefined): MockOperation | null {
  return (templateName === undefined ? OF_POOL : OF_PLUGIN)[method] ?? null;
}

function decodedNames([, projectId = '', poolName = '', templateName = '']: RegExpExecArray): Names | null {
  try {
    return {
      project: decodeURIComponent(projectId),
      collection: decodeURIComponent(poolName),
      item: decodeURIComponent(templateName),
    };
  } catch {
    return null;
  }
}

function readTemplate(body: string): Template | null {
  const asked = parseJson(body);
  const template = jsonMember(jsonMember(asked, 'spec'), 'template');
  const name = jsonMember(template, 'name');
  const { version, inputs } = { ...TEMPLATE_DEFAULTS, ...(isJsonObject(template) ? template : {}) };
  if (jsonMember(asked, 'apiVersion') !== 'v2' || jsonMember(asked, 'kind') !== 'Plugin') return null;
  if (typeof name !== 'string' || typeof version !== 'string' || !isJsonObject(inputs)) return null;
  return { name, version, inputs };
}
