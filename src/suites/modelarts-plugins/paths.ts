import type { Names } from '../../engine/model/resource.ts';

/** The path of a pool's plug-ins, every name percent-encoded as one segment. */
export function listPath(prefix: string, names: Names): string {
  return `${prefix}/v2/${segment(names.projectId)}/pools/${segment(names.poolName)}/plugins`;
}

/** The path of one plug-in. */
export function pluginPath(prefix: string, names: Names): string {
  return `${listPath(prefix, names)}/${segment(names.templateName)}`;
}

/** RFC 3986: all but the unreserved characters. */
function segment(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
