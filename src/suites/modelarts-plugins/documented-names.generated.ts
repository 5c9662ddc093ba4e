// Generated from specs/modelarts-plugins.openapi.yaml by `npm run schemas`; edit that file, not this one.

/** The names of all members that the description has in a body, at whatever depth. */
export const documentedNames: readonly string[] = [
  'apiVersion',
  'creationTimestamp',
  'error_code',
  'error_msg',
  'inputs',
  'involvedObject',
  'items',
  'kind',
  'limits',
  'metadata',
  'name',
  'namespace',
  'phase',
  'reason',
  'replicas',
  'request_id',
  'requests',
  'resourceVersion',
  'resources',
  'spec',
  'status',
  'template',
  'uid',
  'values',
  'version',
];

/** Those of them that are maps. */
export const documentedMaps: readonly string[] = [
  'inputs',
  'limits',
  'requests',
];
