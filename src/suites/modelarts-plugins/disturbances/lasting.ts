import { sameNames } from '../../../lifecycle/effects/names.ts';
import { babble, befallen, breakOff, garble, hangUp, type Mishap } from '../../../trials/mishap.ts';
import type { Answer } from '../../../trials/mock/answer.ts';
import { gatewayAnswer } from '../../huaweicloud/mock/gateway.ts';
import { gateway } from '../gateway.ts';
import type { Asked } from '../mock/context.ts';
import type { PluginMock } from '../mock/deviation.ts';
import { namesOf } from '../mock/options.ts';
import type { Pool } from '../mock/pool.ts';
import type { Disturbance } from './disturbance.ts';

type Hits = Mishap<PluginMock>['hits'];

const isList: Hits = ({ operation }) => operation === 'ListPlugins';
const isShow: Hits = ({ operation }) => operation === 'ShowPlugin';
const isInstall: Hits = ({ operation }) => operation === 'CreatePlugin';

/** A DELETE of the installed plug-in with the user's credentials: the one that must be accepted. */
export function isDeletion({ operation, names, token }: Asked, { options, plugins }: Pool): boolean {
  const isOwn = sameNames(names, namesOf(options));
  return (
    operation === 'DeletePlugin' && isOwn && token === options.tokens[0] && plugins.has(options.templateName)
  );
}

/** A Show of the plug-in once it was deleted. */
const isShowAfterwards: Hits = ({ operation, names }, { options, gone }) =>
  operation === 'ShowPlugin' && names?.item === options.templateName && gone.has(options.templateName);

interface Lasting extends Pick<Mishap<PluginMock>, 'hits'> {
  readonly name: string;
  readonly title: string;
  readonly answer?: Answer;
  readonly write?: NonNullable<Mishap<PluginMock>['write']>;
}

const HTML: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: null,
  bytes: Buffer.from('<!doctype html><title>Sign in</title>'),
};

/** Trouble with requests of one kind, from the first to the last of them. */
const LASTING: readonly Lasting[] = [
  { name: 'list-503', title: 'List is always answered 503.', hits: isList, answer: gatewayAnswer(503) },
  { name: 'list-500', title: 'List is always answered 500.', hits: isList, answer: gatewayAnswer(500) },
  { name: 'list-403', title: 'List is not allowed.', hits: isList, answer: gatewayAnswer(403) },
  { name: 'list-cut', title: 'List always breaks off.', hits: isList, write: breakOff },
  { name: 'list-malformed', title: 'List always breaks RFC 9112.', hits: isList, write: garble },
  {
    name: 'list-coding',
    title: 'List is always in a content coding that cannot be undone.',
    hits: isList,
    answer: { ...gatewayAnswer(200, { 'content-encoding': 'br' }), bytes: Buffer.from([1, 2, 3]) },
  },
  { name: 'list-html', title: 'List is always answered with a page.', hits: isList, answer: HTML },
  {
    name: 'install-400',
    title: 'Installs are refused with 400.',
    hits: isInstall,
    answer: gatewayAnswer(400),
  },
  { name: 'install-403', title: 'Installs are not allowed.', hits: isInstall, answer: gatewayAnswer(403) },
  {
    name: 'install-409',
    title: 'Installs are refused with 409.',
    hits: isInstall,
    answer: gatewayAnswer(409),
  },
  { name: 'install-429', title: 'Installs are throttled.', hits: isInstall, answer: gatewayAnswer(429) },
  { name: 'install-500', title: 'Installs are answered 500.', hits: isInstall, answer: gatewayAnswer(500) },
  {
    name: 'install-504',
    title: 'Installs are answered 504 by a gateway.',
    hits: isInstall,
    answer: gatewayAnswer(504),
  },
  { name: 'install-lost', title: 'Installs get no answer and do nothing.', hits: isInstall, write: hangUp },
  {
    name: 'install-nothing',
    title: 'Installs are accepted and nothing comes of them.',
    hits: isInstall,
    answer: { ...gatewayAnswer(200), body: {} },
  },
  { name: 'show-500', title: 'Show is always answered 500.', hits: isShow, answer: gatewayAnswer(500) },
  {
    name: 'show-nothing',
    title: 'Show is always answered 200 with an empty object.',
    hits: isShow,
    answer: { ...gatewayAnswer(200), body: {} },
  },
  { name: 'show-403', title: 'Show is not allowed.', hits: isShow, answer: gatewayAnswer(403) },
  { name: 'show-cut', title: 'Show always breaks off.', hits: isShow, write: breakOff },
  {
    name: 'gone-500',
    title: 'Show is answered 500 once the plug-in is deleted.',
    hits: isShowAfterwards,
    answer: gatewayAnswer(500),
  },
  {
    name: 'gone-403',
    title: 'Show is answered 403 once the plug-in is deleted.',
    hits: isShowAfterwards,
    answer: gatewayAnswer(403),
  },
  {
    name: 'gone-503',
    title: 'Show is answered 503 once the plug-in is deleted.',
    hits: isShowAfterwards,
    answer: gatewayAnswer(503),
  },
  {
    name: 'gone-lost',
    title: 'Show gets no answer once the plug-in is deleted.',
    hits: isShowAfterwards,
    write: hangUp,
  },
  {
    name: 'delete-429',
    title: 'The DELETE of the installed plug-in is always throttled.',
    hits: isDeletion,
    answer: gatewayAnswer(429),
  },
  {
    name: 'delete-503',
    title: 'The DELETE of the installed plug-in is always answered 503 and does nothing.',
    hits: isDeletion,
    answer: gatewayAnswer(503),
  },
  {
    name: 'delete-504',
    title: 'The DELETE of the installed plug-in is always answered 504 and does nothing.',
    hits: isDeletion,
    answer: gatewayAnswer(504),
  },
  {
    name: 'delete-401',
    title: 'The DELETE of the installed plug-in is refused with 401.',
    hits: isDeletion,
    answer: gatewayAnswer(401),
  },
  {
    name: 'delete-403',
    title: 'The DELETE of the installed plug-in is not allowed.',
    hits: isDeletion,
    answer: gatewayAnswer(403),
  },
  {
    name: 'delete-closed',
    title: 'The DELETE of the installed plug-in gets no answer and does nothing.',
    hits: isDeletion,
    write: hangUp,
  },
  {
    name: 'delete-malformed',
    title: 'The DELETE of the installed plug-in gets HTTP that breaks RFC 9112 and does nothing.',
    hits: isDeletion,
    write: garble,
  },
  {
    name: 'delete-no-http',
    title: 'The DELETE of the installed plug-in gets no HTTP and does nothing.',
    hits: isDeletion,
    write: babble,
  },
];

/** Trouble that lasts, with requests of one kind. */
export const lasting: readonly Disturbance[] = LASTING.map(
  ({ name, title, hits, answer = null, write = null }) => ({
    name,
    title,
    manner: () => befallen<PluginMock>({ hits, isCarriedOut: false, answer, write }, gateway.refusal),
  }),
);
