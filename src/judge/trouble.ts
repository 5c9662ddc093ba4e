import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { acceptance } from './acceptance.ts';
import { isHtml } from './answer/media-type.ts';
import { isFromGateway, isLost, statusOfAnswer } from './answer/read-answer.ts';
import { trouble } from './finding.ts';
import { isLostForGood } from './lost.ts';
import { after } from './pool/around.ts';
import { damageOf } from './refused.ts';
import type { Subject } from './rule.ts';
import { withheldFinding } from './withheld.ts';

/** Why a probe's answer says nothing of the endpoint; null where it does. */
export function troubleWith(subject: Subject): Finding | null {
  const { exchange, probe } = subject;
  if (exchange === null) return probe.row === 'nothing' ? notLookedAt(subject) : notSent(subject);
  if (exchange.trouble !== null) {
    return isLost(exchange) && isLostForGood(subject) ? null : trouble(exchange, exchange.trouble.message);
  }
  const status = statusOfAnswer(exchange);
  if (status === null) return trouble(exchange, 'No answer came.');
  if (status === 429) return trouble(exchange, 'The request was throttled with 429.');
  if (isFromGateway(exchange)) {
    return hadEffect(subject)
      ? null
      : trouble(exchange, `A gateway answered ${status}, and nothing changed.`);
  }
  if (listFaresAsWell(subject, exchange)) {
    return trouble(exchange, `List is answered like this request, ${status}, before and after it.`);
  }
  return status === 401 || status === 403 ? refusedCredentials(subject, exchange, status) : null;
}

/** A scenario that was ended before its probe, as one finding. */
export function blockedFinding(blocked: NonNullable<Evidence['blocked']>): Finding {
  const { cause, tried, remedy, exchange } = blocked;
  const message = [cause, tried, remedy].filter((sentence) => sentence !== '').join(' ');
  return { kind: 'trouble', message, ...(exchange === undefined ? {} : { exchange }) };
}

function notSent({ probe, evidence }: Subject): Finding {
  const { blocked, withheld } = evidence;
  const held = withheld.find((one) => one.probe === probe.id);
  if (held !== undefined) return withheldFinding('trouble', held);
  return blocked === null ? trouble(null, 'The request was not sent.') : blockedFinding(blocked);
}

function notLookedAt(subject: Subject): Finding | null {
  if (after(subject).length > 0) return null;
  const { blocked } = subject.evidence;
  return blocked === null ? trouble(null, 'The pool was not looked at.') : blockedFinding(blocked);
}

function hadEffect(subject: Subject): boolean {
  return subject.probe.row === 'installed'
    ? acceptance(subject) === 'accepted'
    : subject.exchange !== null &&
        damageOf(subject, subject.exchange).some(({ kind }) => kind === 'violation');
}

/** A missing permission or an expired token is no answer to what was asked. */
function refusedCredentials(subject: Subject, exchange: Exchange, status: number): Finding | null {
  switch (subject.probe.row) {
    case 'no-credentials':
      return null;
    case 'installed':
    case 'no-such':
      return trouble(exchange, `The user's own credentials were refused with ${status}.`);
    case 'near-name':
      if (status === 401) return trouble(exchange, `The user's own credentials were refused with ${status}.`);
      return refusedUnlessListed(subject, exchange, status);
    default:
      return refusedUnlessListed(subject, exchange, status);
  }
}

/** To an ill-formed request the row decides, if the same credentials are taken just after. */
function refusedUnlessListed(subject: Subject, exchange: Exchange, status: number): Finding | null {
  // Of a List that met trouble and was sent again the last one counts.
  const list = after(subject).find((one) => one.purpose === 'list' && !isPassing(one));
  if (list !== undefined && statusOfAnswer(list) === 200) return null;
  return trouble(exchange, `The answer is ${status}, and List was not answered 200 just after.`);
}

/** Whether an answer is trouble after which a look is sent again. */
function isPassing(exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange);
  return status === null || status === 429 || isFromGateway(exchange);
}

/** Whether List, asked just before and just after, gets what the probe got: a redirect, HTML or a 5xx. */
function listFaresAsWell(subject: Subject, exchange: Exchange): boolean {
  const lists = subject.evidence.exchanges.filter((one) => one.purpose === 'list');
  const before = lists.findLast((one) => one.index < exchange.index);
  const next = lists.find((one) => one.index > exchange.index);
  if (before === undefined || next === undefined) return false;
  const kinds = [exchange, before, next].map(oddities);
  return ['redirect', 'html', 'error'].some((kind) => kinds.every((one) => one.includes(kind)));
}

function oddities(exchange: Exchange): readonly string[] {
  const { response } = exchange;
  if (response === null || exchange.trouble !== null) return [];
  const { status } = response;
  return [
    ...(status >= 300 && status < 400 ? ['redirect'] : []),
    ...(isHtml(response) ? ['html'] : []),
    ...(status >= 500 ? ['error'] : []),
  ];
}
