import type { Json } from '../../src/engine/json.ts';
import type { Disturbance, Passing } from '../campaign/disturbed.ts';

/** What stands at each place where a neighbour is told of: a word that stands nowhere else. */
export const CANARIES = {
  item: 'quarterly-otter',
  label: 'salmon-label',
  labelKey: 'heron-key',
  input: 'pelican-value',
  inputKey: 'stork-key',
  nested: 'walrus-nested',
  nestedKey: 'narwhal-key',
  list: 'badger-in-a-list',
  number: '90717253371725337172',
  small: '71625344',
  fraction: '3.14159265358979323846264338327',
  version: '7.31.9-puffin',
  time: '2019-08-07T06:05:04Z',
  localTime: '2018-07-06T05:04:03.217+05:30',
  phase: 'Hibernating-like-a-bear',
  reason: 'Install complete by ferret',
  values: 'lynx: tail',
  uid: 'f00dcafe-1111-4222-8333-444455556666',
  namespace: 'marmot-space',
  resource: 'weasel-daemon',
  limit: '17331733m',
  member: 'undocumented-gecko',
  memberValue: 'iguana-value',
  unicode: 'dešťová-žížala',
} as const;

const C = CANARIES;

/** The text of a neighbour, as a List has it; more of it makes a List long. */
export function neighbourText(pool: string, at = 0, padding = 0): string {
  const item = at === 0 ? C.item : `${C.item}-${at}`;
  return `{"kind":"Plugin","apiVersion":"v2","metadata":{"name":"${pool}-${item}","creationTimestamp":"${C.time}","labels":{"${C.labelKey}":"${C.label}"},"${C.member}":"${C.memberValue}"},"spec":{"template":{"name":"${item}","version":"${C.version}","inputs":{"${C.inputKey}":"${C.input}","at":${at},"deep":{"${C.nestedKey}":["${C.list}",{"x":"${C.nested}"}]},"big":${C.number},"small":${C.small},"pi":${C.fraction},"when":"${C.localTime}","odd":"${C.unicode}"${padding === 0 ? '' : `,"pad":"${C.input.repeat(padding)}"`}}}},"status":{"phase":"${C.phase}","version":"${C.version}","reason":"${C.reason}","values":"${C.values}","resources":[{"involvedObject":{"kind":"DaemonSet","apiVersion":"apps/v1","namespace":"${C.namespace}","name":"${C.resource}","uid":"${C.uid}","resourceVersion":"${C.small}"},"replicas":${C.small},"limits":{"cpu":"${C.limit}"},"requests":{"cpu":"${C.limit}"}}]}}`;
}

/** Puts such neighbours into each List; Show gives them, and a refusal speaks of one. */
export function withCanaries(pool: string, count = 1, padding = 0): (passing: Passing) => Disturbance {
  const others = Array.from({ length: count }, (_, at) => neighbourText(pool, at, padding));
  let lists = 0;
  return ({ method, onList, path }) => ({
    after: (response, { status, body }) => {
      const send = (code: number, text: string) =>
        response.writeHead(code, { 'content-type': 'application/json', link: `</x/${C.item}>` }).end(text);
      const own: Json = JSON.parse(body);
      if (method === 'GET' && onList && status === 200) {
        lists += 1;
        const items = JSON.stringify(own).replace(/\]\}$/, '');
        // The last to come and go: what later changes is told as a note.
        const shown = lists % 2 === 0 ? others : [...others, neighbourText(pool, 1_048_577)];
        send(200, `${items}${items.endsWith('[') ? '' : ','}${shown.join(',')}]}`);
      } else if (method === 'GET' && path.endsWith(`/${C.item}`)) send(200, neighbourText(pool));
      else if (status >= 400) send(status, speaking(body));
      else send(status, body);
    },
  });
}

/** An error that names a neighbour. */
function speaking(body: string): string {
  const { error_msg: said, ...rest } = JSON.parse(body) as { readonly error_msg: string };
  return JSON.stringify({ ...rest, error_msg: `${said} There is ${C.item} only.` });
}
