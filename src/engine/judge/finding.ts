import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';

/** What stands beside the sentence of a finding. */
type Details = Omit<Finding, 'kind' | 'code' | 'message' | 'exchange'>;

/** A finding about an exchange; about none where that is null. */
export function finding(
  kind: Finding['kind'],
  exchange: Exchange | null,
  code: string,
  message: string,
  details: Details = {},
): Finding {
  return { kind, code, message, ...details, ...(exchange === null ? {} : { exchange: exchange.index }) };
}

/** The document is broken. */
export function violation(
  exchange: Exchange | null,
  code: string,
  message: string,
  details: Details = {},
): Finding {
  return finding('violation', exchange, code, message, details);
}

/** Reported; fails a strict run alone. That something is drift, and neither right nor a violation, is a reading. */
export function drift(
  exchange: Exchange | null,
  code: string,
  message: string,
  details: Details = {},
): Finding {
  return finding('drift', exchange, code, message, { basis: 'reading', ...details });
}

/** It could not be tested, and why; the code is of the kind of trouble, and `trouble-` is put before it. */
export function trouble(
  exchange: Exchange | null,
  kind: string,
  message: string,
  details: Details = {},
): Finding {
  return finding('trouble', exchange, `trouble-${kind}`, message, details);
}
