import { statusOfAnswer } from '../../engine/judge/body/read-answer.ts';
import { endOf } from '../../engine/judge/exchange-times.ts';
import type { Exchange } from '../../engine/model/exchange.ts';
import type { ReportedWait } from '../../engine/model/report.ts';
import { type ReadResource, saysGone } from '../effects/resource.ts';

/** What a run waited for: after each install and each DELETE the Shows that asked for what became of it, in order. */
export function reportedWaits(
  resource: ReadResource,
  exchanges: readonly Exchange[],
): readonly ReportedWait[] {
  const waits: ReportedWait[] = [];
  let begun: Exchange | null = null;
  let asked: Exchange[] = [];
  const end = () => {
    const last = asked.at(-1);
    if (begun !== null && last !== undefined) {
      waits.push({
        what: became(resource, begun, last),
        exchange: begun.index,
        ms: Math.max(0, Math.round(endOf(last) - endOf(begun))),
        asked: asked.length,
      });
    }
    asked = [];
  };
  for (const one of exchanges) {
    if (isBegin(resource, one)) {
      end();
      begun = one;
    } else if (begun !== null && isAskedAfter(resource, begun, one)) {
      asked.push(one);
    }
  }
  end();
  return waits;
}

/** Whether a request asks for an instance to be there, or to be gone. */
function isBegin({ operations }: ReadResource, { purpose, operation }: Exchange): boolean {
  if (purpose === 'install') return true;
  return operation === operations.delete && (purpose === 'probe' || purpose === 'remove');
}

/** Whether a Show asks what became of that: looks at the end of a run ask for what was deleted long before. */
function isAskedAfter({ operations }: ReadResource, begun: Exchange, one: Exchange): boolean {
  const isSame =
    one.scenario === begun.scenario && (begun.purpose === 'install' || one.probe === begun.probe);
  return isSame && one.purpose === 'settle' && one.operation === operations.show;
}

function became(resource: ReadResource, begun: Exchange, last: Exchange): string {
  const status = statusOfAnswer(last);
  const isGone = saysGone(resource, status);
  if (begun.purpose === 'install') return status === 200 ? 'installed' : 'not installed';
  if (isGone) return 'gone';
  return status === 200 ? 'still there' : 'not known to be gone';
}
