import { badRequest, type Refusal } from './refusal.ts';

/** The one published bound: one sibling page says it of the project ID. The mock takes it for every name. */
const LONGEST = 64;

const PATTERNS = {
  'project-id': /^[A-Za-z0-9-]+$/,
  'pool-name': /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
  'template-name': /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
} as const;

/** Refuses a name that is over-long or ill-formed; upper-case letters are allowed, as no page forbids them. */
export function checkName(what: keyof typeof PATTERNS, name: string): Refusal | null {
  const words = what === 'project-id' ? 'project ID' : what.replace('-', ' ');
  if (name.length > LONGEST) return badRequest(`${what}-over-long`, `The ${words} is too long.`);
  if (!PATTERNS[what].test(name)) return badRequest(`${what}-ill-formed`, `The ${words} is ill-formed.`);
  return null;
}
