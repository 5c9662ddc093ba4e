/** So many steps at the end of a path say what is asked of what. */
const LAST = 2;

/** What follows the host in a URL. */
export function pathOf(url: string): string {
  return url.replace(/^\w+:\/\/[^/?]*/, '');
}

/** The path of a URL as a line has room for it: its first step and its last two, e.g. `/v1/…/notes/milk`, and the query. */
export function shortPath(url: string): string {
  const [way = '', ...query] = pathOf(url).split('?');
  const steps = way.split('/').slice(1);
  const short = steps.length > LAST + 1 ? [steps[0], '…', ...steps.slice(-LAST)] : steps;
  return ['', ...short].join('/') + query.map((one) => `?${one}`).join('');
}
