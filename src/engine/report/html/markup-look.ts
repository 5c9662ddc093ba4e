import { oneLine, shortened } from '../inert.ts';

/** As far into a page its title is looked for, and as many characters of it are told. */
const FAR = 64 * 1024;
const MOST = 120;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** What a text is that begins as an HTML page or an XML document, in one sentence; null where it does not. */
export function markupLook(text: string): string | null {
  const start = text.slice(0, FAR).trimStart();
  if (!start.startsWith('<')) return null;
  // Other letters may become longer, and each offset would be another.
  const small = start.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const begin = withoutComments(small);
  if (begin.startsWith('<!doctype html') || isElement(begin, 'html')) return htmlLook(start, small);
  if (!begin.startsWith('<?xml') && !isErrorDocument(begin)) return null;
  return xmlLook(start, small);
}

function htmlLook(text: string, small: string): string {
  const title = contentOf(text, small, 'title') ?? contentOf(text, small, 'h1');
  return title === null ? 'An HTML page, without a title.' : `An HTML page, titled "${title}".`;
}

function xmlLook(text: string, small: string): string {
  const code = contentOf(text, small, 'code');
  const message = contentOf(text, small, 'message');
  const told = [
    ...(code === null ? [] : [`the code "${code}"`]),
    ...(message === null ? [] : [`the message "${message}"`]),
  ];
  return `An XML document${told.length === 0 ? '' : ` with ${told.join(' and ')}`}.`;
}

/** The documents of object stores and gateways begin so, with or without an XML declaration. */
function isErrorDocument(begin: string): boolean {
  return ['error', 'errors', 'errorresponse', 'response', 'fault'].some((name) => isElement(begin, name));
}

function isElement(begin: string, name: string): boolean {
  const after = begin.charAt(name.length + 1);
  return begin.startsWith(`<${name}`) && (after === '>' || after === '/' || after.trim() === '');
}

function withoutComments(text: string): string {
  let rest = text;
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end === -1) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** The text of the first element of a name, if it is text alone; null where there is none, or it is empty. */
function contentOf(text: string, small: string, name: string): string | null {
  let at = small.indexOf(`<${name}`);
  while (at !== -1 && !isElement(small.slice(at, at + name.length + 2), name))
    at = small.indexOf(`<${name}`, at + 1);
  const from = at === -1 ? -1 : small.indexOf('>', at);
  const to = from === -1 ? -1 : small.indexOf('<', from);
  if (to === -1 || !small.startsWith(`</${name}`, to)) return null;
  const decoded = text
    .slice(from + 1, to)
    .slice(0, FAR)
    .replace(/&(?:lt|gt|quot|#39|apos|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  const words = decoded.split(/\s/).filter((word) => word !== '');
  return words.length === 0 ? null : oneLine(shortened(words.join(' '), MOST));
}
