import { isAcceptedDelete } from '../change.ts';
import type { Deviation } from '../deviation.ts';

export const notHttp = {
  name: 'not-http',
  title: 'An accepted DELETE is answered with bytes that are no HTTP.',
  catches: 'delete.200.status',
  write: (response, _answer, context) => {
    if (!isAcceptedDelete(context)) return false;
    response.socket?.end('SSH-2.0-plugin_service\r\n');
    return true;
  },
} as const satisfies Deviation;
