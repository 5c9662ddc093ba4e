// Generated from specs/modelarts-plugins.openapi.yaml by `npm run schemas`; edit that file, not this one.

import type { Json } from '../../../../engine/json.ts';

/** The members of the answers to a DELETE, by status, the body itself first; `*` stands for any item of an array. */
export const documented = {
  200: [
    { at: '', type: 'object', required: true },
    { at: 'apiVersion', type: 'string', required: true },
    { at: 'kind', type: 'string', required: true },
    { at: 'metadata', type: 'object', required: true },
    { at: 'metadata.name', type: 'string', required: true },
    { at: 'metadata.creationTimestamp', type: 'string', required: true },
    { at: 'spec', type: 'object', required: true },
    { at: 'spec.template', type: 'object', required: true },
    { at: 'spec.template.name', type: 'string', required: true },
    { at: 'spec.template.version', type: 'string', required: false },
    { at: 'spec.template.inputs', type: 'object', required: false },
    { at: 'status', type: 'object', required: true },
    { at: 'status.phase', type: 'string', required: true },
    { at: 'status.version', type: 'string', required: false },
    { at: 'status.reason', type: 'string', required: false },
    { at: 'status.values', type: 'string', required: false },
    { at: 'status.resources', type: 'array', required: false },
    { at: 'status.resources.*.involvedObject', type: 'object', required: false },
    { at: 'status.resources.*.involvedObject.kind', type: 'string', required: false },
    { at: 'status.resources.*.involvedObject.apiVersion', type: 'string', required: false },
    { at: 'status.resources.*.involvedObject.namespace', type: 'string', required: false },
    { at: 'status.resources.*.involvedObject.name', type: 'string', required: false },
    { at: 'status.resources.*.involvedObject.uid', type: 'string', required: false },
    { at: 'status.resources.*.involvedObject.resourceVersion', type: 'string', required: false },
    { at: 'status.resources.*.replicas', type: 'integer', required: false },
    { at: 'status.resources.*.limits', type: 'object', required: false },
    { at: 'status.resources.*.requests', type: 'object', required: false },
  ],
  400: [
    { at: '', type: 'object', required: true },
    { at: 'error_code', type: 'string', required: true },
    { at: 'error_msg', type: 'string', required: true },
    { at: 'request_id', type: 'string', required: false },
  ],
} as const;

/** The answers that the mock gives to no request of its own, with the first example of each. */
export const others: readonly { readonly key: string; readonly mediaType: string; readonly body: Json }[] = [];
