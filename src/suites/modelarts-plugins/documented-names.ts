/** The names of all members that the description has in a body, at whatever depth: of a large body they are kept first. */
export const DOCUMENTED_NAMES: ReadonlySet<string> = new Set([
  ...['kind', 'apiVersion', 'items', 'metadata', 'name', 'creationTimestamp', 'creationtimestamp'],
  ...['spec', 'template', 'version', 'inputs'],
  ...['status', 'phase', 'reason', 'values', 'resources', 'involvedObject', 'namespace', 'uid'],
  ...['resourceVersion', 'replicas', 'limits', 'requests'],
  ...['error_code', 'error_msg', 'request_id'],
]);

/** Those of them that are maps. */
export const DOCUMENTED_MAPS: ReadonlySet<string> = new Set(['inputs', 'limits', 'requests']);
