import { approvalText } from '../../engine/report/waiver-text.ts';
import { plural } from '../../engine/report/words.ts';
import { onDay } from '../../engine/verdict/waivers.ts';
import type { PlacedWaiver } from '../../engine/verdict/waivers-input.ts';
import { isSoon, lastDay } from '../../engine/verdict/waivers-to-look-after.ts';
import { neededText, type RecordedRun } from './needed.ts';

/** What is said of waivers with which nothing is wrong: two lines each, and one of all of them. */
export function checkLines(
  placed: readonly PlacedWaiver[],
  {
    shown,
    today,
    runs,
  }: { readonly shown: string; readonly today: string; readonly runs: readonly RecordedRun[] },
): readonly string[] {
  const lines = placed.flatMap(({ waiver, line }) => {
    const { expired, notYet } = onDay([waiver], today);
    const needed = neededText(waiver, runs);
    const left =
      expired.length > 0
        ? `expired on ${waiver.until}: it is not applied, and can be removed`
        : notYet.length > 0
          ? `begins on ${waiver.since}`
          : lastDay(waiver.until, today);
    const mark =
      expired.length > 0 || isSoon(waiver.until, today) || needed?.startsWith('not needed') === true;
    return [
      `${mark ? '!' : ' '} ${waiver.requirement} (line ${line}): ${left}${needed === null ? '' : `, ${needed}`}`,
      `    ${approvalText(waiver)}${placeText(waiver)}`,
    ];
  });
  const marked = lines.filter((line) => line.startsWith('!')).length;
  const look = marked === 0 ? '' : `; ${marked} to look after`;
  return [
    ...lines,
    `${shown} holds ${plural(placed.length, 'waiver')}; nothing is wrong with ${placed.length === 1 ? 'it' : 'them'}${look}.`,
  ];
}

function placeText({ scope, pool, fingerprints }: PlacedWaiver['waiver']): string {
  return [
    ...(scope === undefined ? [] : [`at ${scope}`]),
    ...(pool === undefined ? [] : [`pool ${pool}`]),
    fingerprints === undefined ? 'whatever fails' : `fingerprints ${fingerprints.join(' ')}`,
  ]
    .map((text) => `, ${text}`)
    .join('');
}
