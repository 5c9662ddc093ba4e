import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { isHtml } from './body/media-type.ts';
import { isFromGateway, isLost, statusOfAnswer } from './body/read-answer.ts';
import { isSent, isToBeAccepted } from './demands.ts';
import { trouble } from './finding.ts';
import type { JudgedSuite, Subject } from './rule.ts';
import { after } from './subjects.ts';
import { withheldFinding } from './withheld.ts';

/** Why a probe's answer says nothing of the endpoint; null where it does. */
export function troubleWith(subject: Subject): Finding | null {
  const { exchange, probe, suite } = subject;
  if (exchange === null) return isSent(probe) ? notSent(subject) : notLookedAt(subject);
  if (exchange.trouble !== null) {
    return isLost(exchange) && isLostForGood(subject)
      ? null
      : trouble(exchange, exchange.trouble.kind, exchange.trouble.message);
  }
  const status = statusOfAnswer(exchange);
  if (status === null) return trouble(exchange, 'silent', 'No answer came.');
  if (status === 429) return trouble(exchange, 'throttled', 'The request was throttled with 429.');
  if (isFromGateway(exchange)) {
    return suite.effects.hadEffect(subject)
      ? null
      : trouble(exchange, 'gateway', `A gateway answered ${status}, and nothing changed.`);
  }
  if (controlFaresAsWell(subject, exchange)) {
    const { title } = suite.control;
    return trouble(
      exchange,
      'as-control',
      `${title} is answered like this request, ${status}, before and after it.`,
    );
  }
  return status === 401 || status === 403 ? refusedCredentials(subject, exchange, status) : null;
}

/** A scenario that was ended before its probe, as one finding. */
export function blockedFinding(blocked: NonNullable<Evidence['blocked']>): Finding {
  const { cause, tried, remedy, exchange } = blocked;
  const message = [cause, tried, remedy].filter((sentence) => sentence !== '').join(' ');
  return {
    ...trouble(null, 'blocked', message, { blockedBy: cause }),
    ...(exchange === undefined ? {} : { exchange }),
  };
}

/** Whether an exchange is the control request of a suite. */
export function isControl({ control }: JudgedSuite, { purpose }: Exchange): boolean {
  return purpose === control.purpose;
}

function notSent({ probe, evidence }: Subject): Finding {
  const { blocked, withheld } = evidence;
  const held = withheld.find((one) => one.probe === probe.id);
  if (held !== undefined) return withheldFinding('trouble', held);
  return blocked === null ? trouble(null, 'not-sent', 'The request was not sent.') : blockedFinding(blocked);
}

function notLookedAt(subject: Subject): Finding | null {
  if (after(subject).length > 0) return null;
  const { blocked } = subject.evidence;
  return blocked === null
    ? trouble(null, 'not-sent', `${subject.suite.control.title} was not sent.`)
    : blockedFinding(blocked);
}

/** Whether a lost answer is the endpoint's own doing: of what is to be accepted the effects tell it. */
function isLostForGood(subject: Subject): boolean {
  return isToBeAccepted(subject.probe)
    ? subject.suite.effects.isLostForGood(subject)
    : isLostWhileControlIsAnswered(subject);
}

/** A refusal met it twice, while the control request was answered after each. */
function isLostWhileControlIsAnswered({ suite, evidence, probe, tries }: Subject): boolean {
  const [one, other] = tries.slice(-2);
  if (one === undefined || other === undefined || !isLost(one) || !isLost(other)) return false;
  const answered = evidence.exchanges.filter(
    (each) => isControl(suite, each) && each.probe === probe.id && statusOfAnswer(each) === 200,
  );
  return (
    answered.some(({ index }) => index > one.index && index < other.index) &&
    answered.some(({ index }) => index > other.index)
  );
}

/** A missing permission or an expired token is no answer to what was asked. */
function refusedCredentials(subject: Subject, exchange: Exchange, status: 401 | 403): Finding | null {
  switch (subject.probe.expected.refusedCredentials[status]) {
    case 'answer':
      return null;
    case 'trouble':
      return trouble(exchange, 'credentials', `The user's own credentials were refused with ${status}.`);
    case 'trouble-unless-control':
      return refusedUnlessAnswered(subject, exchange, status);
  }
}

/** To an ill-formed request the expectation decides, if the same credentials are taken just after. */
function refusedUnlessAnswered(subject: Subject, exchange: Exchange, status: number): Finding | null {
  const { suite } = subject;
  // Of a control request that met trouble and was sent again the last one counts.
  const control = after(subject).find((one) => isControl(suite, one) && !isPassing(one));
  if (control !== undefined && statusOfAnswer(control) === 200) return null;
  const { title } = suite.control;
  return trouble(
    exchange,
    'control',
    `The answer is ${status}, and ${title} was not answered 200 just after.`,
  );
}

/** Whether an answer is trouble after which a look is sent again. */
function isPassing(exchange: Exchange): boolean {
  const status = statusOfAnswer(exchange);
  return status === null || status === 429 || isFromGateway(exchange);
}

/** Whether the control request, sent just before and just after, gets what the probe got: a redirect, HTML or a 5xx. */
function controlFaresAsWell({ suite, evidence }: Subject, exchange: Exchange): boolean {
  const controls = evidence.exchanges.filter((one) => isControl(suite, one));
  const before = controls.findLast((one) => one.index < exchange.index);
  const next = controls.find((one) => one.index > exchange.index);
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
