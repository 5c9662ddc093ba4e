import type { ServerResponse } from 'node:http';
import { MOCK_DEFAULTS } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { answering, type Disturbance, type Passing } from '../campaign/disturbed.ts';
import { HOSTILE } from '../report/hostile.ts';

/** What a target does with a request, where it is not what the mock does. */
export type Answers = (passing: Passing) => Disturbance;

/** The plug-in of a 200, as far as it is changed here. */
interface Plugin {
  kind: unknown;
  apiVersion: unknown;
  metadata: { creationTimestamp?: string };
  spec: { template: { version: unknown } };
  status: { phase: unknown; resources: Resource[] };
}

interface Resource {
  involvedObject: { uid: unknown };
  replicas?: unknown;
  limits: { cpu: unknown };
}

export const isDelete = ({ method, own }: Passing) => method === 'DELETE' && own;
export const isList = ({ method, onList }: Passing) => method === 'GET' && onList;
export const isShow = ({ method, own }: Passing) => method === 'GET' && own;
export const isInstall = ({ method, onList }: Passing) => method === 'POST' && onList;

/** Answers with a status and a value as JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Changes the body of an answer of that status. */
function changed<Body>(status: number, change: (body: Body) => unknown): Disturbance {
  return {
    after: (response, answer) => {
      const body: Body = JSON.parse(answer.body);
      sendJson(response, answer.status, answer.status === status ? change(body) : body);
    },
  };
}

/** Four answers that break twelve requirements: the 200 eight, the 400 two, the 200 to a PUT and that to a POST one each. */
export const twelveFaults: Answers = (passing) => {
  const { method, onList, headers } = passing;
  const isWithoutBody = [undefined, '0'].includes(headers['content-length']);
  if (isWithoutBody && (method === 'PUT' || (method === 'POST' && !onList))) {
    return { after: (response, { body }) => sendJson(response, 200, JSON.parse(body)) };
  }
  if (method !== 'DELETE') return null;
  return isDelete(passing)
    ? changed(200, eightFaults)
    : changed(400, (body: object) => ({ ...body, error_code: 50_004_000, error_msg: '' }));
};

function eightFaults(body: Plugin): Plugin {
  const { metadata, spec, status } = body;
  const [first, second] = status.resources;
  body.kind = 'PluginList';
  body.apiVersion = 2;
  delete metadata.creationTimestamp;
  spec.template.version = 9;
  status.phase = 'Deleted';
  if (first === undefined || second === undefined) throw new Error('The mock names two resources.');
  first.replicas = '2';
  second.involvedObject.uid = null;
  second.limits.cpu = 500;
  return body;
}

/** A 200 of 4 MB, all of it documented, with one fault far in. */
export const largeAnswer: Answers = (passing) =>
  isDelete(passing)
    ? changed(200, (body: Plugin) => {
        const { resources, ...status } = body.status;
        const many = Array.from({ length: 300 }, (_, at) => ({
          ...resources[0],
          ...(at === 270 ? { replicas: 'two' } : {}),
        }));
        return { ...body, status: { ...status, values: 'v'.repeat(4_000_000), resources: many } };
      })
    : null;

/** A pool with so many others, all of which are gone after the first accepted DELETE, the mock's own too. */
export function othersGone(count: number): Answers {
  const neighbours = JSON.stringify(
    Array.from({ length: count }, (_, at) => ({
      kind: 'Plugin',
      apiVersion: 'v2',
      metadata: { name: `pool-4cd0-plug-${at}`, creationTimestamp: '2025-03-17T12:29:18Z' },
      spec: { template: { name: `plug-${at}`, version: '1.2.3', inputs: {} } },
      status: { phase: 'Running', version: '1.2.3' },
    })),
  );
  let isGone = false;
  return (passing) => {
    if (isDelete(passing)) {
      return changed(200, (body) => {
        isGone = true;
        return body;
      });
    }
    if (!isList(passing)) return isGone && passing.method === 'GET' && !passing.own ? answering(404) : null;
    if (isGone) {
      return changed(200, (body: { items: { spec: { template: { name: string } } }[] }) => ({
        ...body,
        items: body.items.filter(({ spec }) => spec.template.name === MOCK_DEFAULTS.templateName),
      }));
    }
    // Written by hand: it is sent at each look.
    return {
      after: (response, { status, body }) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(status === 200 ? body.replace(/\]\}$/, `,${neighbours.slice(1)}}`) : body),
    };
  };
}

/** What the reader is shown holds all that could be acted on. */
export const hostileAnswers: Answers = (passing) => {
  if (passing.method !== 'DELETE') return null;
  return {
    after: (response, { status, body }) => {
      const hostile = {
        ...JSON.parse(body),
        kind: HOSTILE,
        error_code: HOSTILE,
        error_msg: HOSTILE,
        [HOSTILE]: HOSTILE,
      };
      response.setHeader('x-request-id', HOSTILE.replace(/[^ -~]/g, ''));
      response.statusMessage = '<script>window.__pwned = 1</script>';
      sendJson(response, passing.own ? status : 400, hostile);
    },
  };
};

/** An accepted DELETE's answer is a page of a gateway. */
export const gatewayPage: Answers = (passing) =>
  isDelete(passing)
    ? {
        after: (response, { status }) =>
          response
            .writeHead(status, { 'content-type': 'text/html' })
            .end('<html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>'),
      }
    : null;
