import { connect, lookUp, type Step, shakeHands } from '../../record/reach.ts';
import type { Walk } from '../session.ts';
import { type Check, fine } from './check.ts';

/** Whether requests go through a proxy: what lies behind it is the proxy's to reach. */
export async function proxy({ plan }: Walk): Promise<Check | null> {
  const { proxy: url } = plan.origin;
  return url === null ? null : fine('proxy', `requests go through ${new URL(url).host}`);
}

/** The host's name. */
export async function name({ plan }: Walk): Promise<Check | null> {
  if (plan.origin.proxy !== null) return null;
  const remedy =
    'Check the host in `MODELARTS_ENDPOINT`, the name servers of this machine, and whether `HTTPS_PROXY` is needed.';
  return checkOf('name', await lookUp(plan.origin), remedy);
}

/** The host's port. */
export async function connection({ plan }: Walk): Promise<Check | null> {
  if (plan.origin.proxy !== null) return null;
  const remedy = 'Check the port in `MODELARTS_ENDPOINT`, firewalls, and whether `HTTPS_PROXY` is needed.';
  return checkOf('connection', await connect(plan.origin, plan.requestTimeoutMs), remedy);
}

/** The host's certificate. */
export async function tls({ plan }: Walk): Promise<Check | null> {
  if (plan.origin.proxy !== null || plan.origin.protocol === 'http:') return null;
  const remedy =
    'Check the host in `MODELARTS_ENDPOINT`; for a private authority set `NODE_EXTRA_CA_CERTS` to the file of its certificate.';
  return checkOf('TLS', await shakeHands(plan.origin, plan.requestTimeoutMs), remedy);
}

function checkOf(name: string, step: Step, remedy: string): Check {
  return 'found' in step ? fine(name, step.found) : { name, found: step.failed, remedy };
}
