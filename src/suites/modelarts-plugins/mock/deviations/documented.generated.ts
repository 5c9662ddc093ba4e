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

/** The first example of each answer that has one. */
export const examples: readonly { readonly key: string; readonly mediaType: string; readonly body: Json }[] = [
  { key: '200', mediaType: 'application/json', body: {"kind":"Plugin","apiVersion":"v2","metadata":{"name":"pool-4cd084d36f8bd3346036-node-local-dns","creationTimestamp":"2025-03-17T12:29:18Z"},"spec":{"template":{"name":"node-local-dns","version":"1.6.36","inputs":{"custom":{"enable_dnsconfig_admission":true,"nameserver":"135.0.0.1","ndots":"8","search":"1321"},"flavor":{"description":"High avaiable","name":"HA","resources":[{"limitsCpu":"250m","limitsMem":"512Mi","name":"node-local-dns-admission-controller","replicas":2,"requestsCpu":"250m","requestsMem":"512Mi"},{"limitsCpu":"500m","limitsMem":"512Mi","name":"node-local-dns-cache","requestsCpu":"25m","requestsMem":"5Mi"}],"size":"large"}}}},"status":{"phase":"Running","version":"1.6.36","reason":"Install complete"}} },
  { key: '400', mediaType: 'application/json', body: {"error_code":"ModelArts.50004000","error_msg":"Bad request."} },
];
