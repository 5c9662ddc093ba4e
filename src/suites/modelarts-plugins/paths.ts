import type { Names } from '../../engine/model/resource.ts';

/** The path of a pool's plug-ins, every name percent-encoded as one segment. */
export function listPath(prefix: string, names: Names): string {
  return `${prefix}/v2/${segment(names.project)}/pools/${segment(names.collection)}/plugins`;
}

/** The path of one plug-in. */
export function pluginPath(prefix: string, names: Names): string {
  return `${listPath(prefix, names)}/${segment(names.item)}`;
}

/** RFC 3986: all but the unreserved characters. */
function segment(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The names in the URL of a plug-in, or of a pool's plug-ins, where the template is ''; null in any other. */
export function namesIn(url: string): Names | null {
  const segments = (url.split('?', 1)[0] ?? '').split('/');
  const [path] = [segments.slice(-6), segments.slice(-5)].filter(
    ([version, , pools, , plugins]) => version === 'v2' && pools === 'pools' && plugins === 'plugins',
  );
  if (path === undefined) return null;
  const [, project = '', , pool = '', , template = ''] = path;
  return { project: decoded(project), collection: decoded(pool), item: decoded(template) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A secret that was replaced may leave half of an encoded character.
    return segment;
  }
}
