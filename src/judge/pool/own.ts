import type { PluginView } from '../../contract/plugin.ts';
import type { Exchange } from '../../model/exchange.ts';
import { probeOf } from '../probe-of.ts';
import type { Subject } from '../rule.ts';
import { exchangesUpTo, looksAfter } from './around.ts';
import { pluginIn, poolIn, resourceOf, saysWhatIsThere } from './seen.ts';

const urls = new WeakMap<Subject, string | null>();

/** The URL of the plug-in that the suite installs and deletes; null where no request went there yet. */
export function ownUrl(subject: Subject): string | null {
  const known = urls.get(subject);
  if (known !== undefined) return known;
  const { suite, evidence, earlier } = subject;
  const own = [evidence, ...earlier].flatMap(
    ({ exchanges }) => exchanges.find((one) => isOwn(suite, one)) ?? [],
  );
  const url = own[0] === undefined ? null : resourceOf(own[0]);
  urls.set(subject, url);
  return url;
}

const templates = new WeakMap<Subject, string | null>();

/** The template of that plug-in; null where no request went there yet. */
export function ownTemplate(subject: Subject): string | null {
  const known = templates.get(subject);
  if (known !== undefined) return known;
  const url = ownUrl(subject);
  const template = url === null ? null : templateOf(url);
  templates.set(subject, template);
  return template;
}

function templateOf(url: string): string {
  const segment = url.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    // A secret that was replaced may leave half of an encoded character.
    return segment;
  }
}

/** Whether an exchange is a Show of the plug-in that the suite installs and deletes. */
export function isOwnShow(subject: Subject, exchange: Exchange): boolean {
  return exchange.operation === 'ShowPlugin' && resourceOf(exchange) === ownUrl(subject);
}

/** What a look says of that plug-in; null where it is another look, or does not name it. */
export function ownIn(subject: Subject, look: Exchange): PluginView | null {
  if (isOwnShow(subject, look)) return pluginIn(look)?.what ?? null;
  const template = ownTemplate(subject);
  return (
    poolIn(look)?.what.find(({ templateName }) => templateName !== null && templateName === template) ?? null
  );
}

/** What the first Show gave of the instance that an exchange met, before it; null where none did. */
export function firstShow(subject: Subject, exchange: Exchange): PluginView | null {
  return showsBefore(subject, exchange).flatMap((one) => pluginIn(one)?.what ?? [])[0] ?? null;
}

/** Whether the last Show before an exchange that said what is there gave the instance that it met. */
export function wasShown(subject: Subject, exchange: Exchange): boolean {
  const last = showsBefore(subject, exchange).findLast(saysWhatIsThere);
  return last !== undefined && pluginIn(last) !== null;
}

/** The last Show of a template among what was looked at after a try. */
export function showOf(subject: Subject, one: Exchange): (templateName: string) => Exchange | undefined {
  const shows = looksAfter(subject, one).filter(({ operation }) => operation === 'ShowPlugin');
  const pool = ownUrl(subject)?.split('/').slice(0, -1).join('/');
  return (templateName) =>
    shows.findLast((show) => {
      const url = resourceOf(show);
      return `${pool}/${url.split('/').at(-1)}` === url && templateOf(url) === templateName;
    });
}

function showsBefore(subject: Subject, { index, instance }: Exchange): readonly Exchange[] {
  return exchangesUpTo(subject).filter(
    (one) => one.index < index && one.instance === instance && isOwnShow(subject, one),
  );
}

function isOwn(suite: Subject['suite'], exchange: Exchange): boolean {
  const { purpose } = exchange;
  if (purpose === 'settle' || purpose === 'look') return true;
  return purpose === 'probe' && probeOf(suite, exchange)?.expected.toOwn === true;
}
