import type { Contract, Operation } from '../model/contract.ts';

/** What a request is by its method and URL. */
export interface Match {
  readonly operation: Operation;
  /** The URL up to where the path of the operation begins, e.g. `https://host`. */
  readonly base: string;
}

/** Which requests count. */
export interface Matching {
  /** The operation that a request addresses, from the root of its host or from the base that was given; null for none. */
  readonly match: (method: string, url: string) => Match | null;
  /** The base below which it would address one; null where there is none. */
  readonly baseFor: (method: string, url: string) => string | null;
  /** Whether a URL lies below the base that was given; true where none was. */
  readonly isBelow: (url: string) => boolean;
}

/** Finds the operations of a description in recorded requests. `base`: what their URLs have to begin with; null: the root of any host. */
export function matchingOf({ operations }: Contract, base: URL | null): Matching {
  const templates = [...operations.values()].map((operation) => ({
    operation,
    method: operation.method.toUpperCase(),
    segments: operation.path.split('/').slice(1),
  }));
  const prefix = base?.pathname.replace(/\/+$/, '') ?? '';
  const isOfHost = (url: URL) => base === null || url.origin === base.origin;
  const fits = (method: string, path: readonly string[]) =>
    templates.find((one) => one.method === method.toUpperCase() && isOfPath(one.segments, path))?.operation;
  return {
    match: (method, text) => {
      const url = urlOf(text);
      if (url === null || !isOfHost(url) || !url.pathname.startsWith(`${prefix}/`)) return null;
      const operation = fits(method, url.pathname.slice(prefix.length + 1).split('/'));
      return operation === undefined ? null : { operation, base: url.origin + prefix };
    },
    baseFor: (method, text) => {
      const url = urlOf(text);
      const path = url?.pathname.split('/') ?? [];
      const found = templates
        .map(({ segments }) => path.length - segments.length)
        .find((at) => at > 0 && fits(method, path.slice(at)) !== undefined);
      return url === null || found === undefined ? null : url.origin + path.slice(0, found).join('/');
    },
    isBelow: (text) => {
      const url = urlOf(text);
      return base === null || (url !== null && isOfHost(url) && url.pathname.startsWith(`${prefix}/`));
    },
  };
}

/** A URL of HTTP. */
function urlOf(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null;
}

function isOfPath(template: readonly string[], path: readonly string[]): boolean {
  return (
    template.length === path.length &&
    template.every((segment, at) => (segment.startsWith('{') ? path[at] !== '' : segment === path[at]))
  );
}
