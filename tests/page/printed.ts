import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** A sheet of a print: how far down it has text, as a part of its height. */
export interface Sheet {
  readonly filled: number;
}

/** A4 in points, as Chrome has it. */
const HEIGHT = 842.88;

type Matrix = readonly [number, number, number, number, number, number];

const NONE: Matrix = [1, 0, 0, 1, 0, 0];

/** The sheets of a page printed to A4 as Chrome does by default: without backgrounds, margins of 0.4 inches. */
export async function printed(page: Page): Promise<readonly Sheet[]> {
  const margin = '0.4in';
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  });
  return sheetsOf(pdf);
}

/** What is drawn on each sheet stands in a stream of its own, in their order; only such streams set text by `Tm`. */
function sheetsOf(pdf: Buffer): readonly Sheet[] {
  const sheets = streamsOf(pdf)
    .filter((text) => / Tm\n/.test(text))
    .map((text) => ({ filled: lowestText(text) / HEIGHT }));
  const count = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;
  if (sheets.length !== count) throw new Error(`${sheets.length} of ${count} sheets could be read.`);
  return sheets;
}

function streamsOf(pdf: Buffer): readonly string[] {
  const texts: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at)) {
    const end = pdf.indexOf('\nendstream', at);
    const bytes = pdf.subarray(at + 'stream\n'.length, end);
    // Fonts and pictures are in streams too.
    if (bytes[0] === 0x78) texts.push(inflateSync(bytes).toString('latin1'));
    at = end + '\nendstream'.length;
  }
  return texts;
}

/** How far below the upper edge the lowest line of text stands, in points (ISO 32000, sections 8.3 and 9.4). */
function lowestText(text: string): number {
  const stack: Matrix[] = [];
  let matrix = NONE;
  let lowest = 0;
  for (const line of text.split('\n')) {
    if (line === 'q') stack.push(matrix);
    else if (line === 'Q') matrix = stack.pop() ?? NONE;
    else if (line.endsWith(' cm')) matrix = product(numbersOf(line), matrix);
    else if (line.endsWith(' Tm')) lowest = Math.max(lowest, HEIGHT - product(numbersOf(line), matrix)[5]);
  }
  return lowest;
}

function numbersOf(line: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = line.split(' ').map(Number);
  return [a, b, c, d, e, f];
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
