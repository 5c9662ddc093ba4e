import fc from 'fast-check';
import type { HeaderLine } from '../../src/engine/model/exchange.ts';
import { authorization, sdkDate } from '../../src/suites/huaweicloud/signature.ts';
import { vendorAuthorization } from '../outside/vendor-signer.ts';
import { test } from '../own-test.ts';
import { type Generated, requests } from './generated-requests.ts';

// The first time, 45 packages are fetched.
test.setTimeout(600_000);

const dates = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => sdkDate(date.getTime()));

/**
 * The vendor's signer takes its path through a URL parser, which encodes some characters (they would be encoded
 * twice), trims space and control characters, and takes others for the end of a segment or of the path.
 */
const PARSED = /[\s\p{Cc}/?#\\"'`<>{}|^]/u;

/**
 * The vendor's signer sorts names and values before it encodes them; nobody says which of the two the gateway does
 * first. Only queries that come out alike are compared.
 */
function sortsAlike({ query }: Generated): boolean {
  const encoded = (pairs: Generated['query']) =>
    pairs.map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(value)] as const);
  return `${encoded(query.toSorted(byCode))}` === `${encoded(query).toSorted(byCode)}`;
}

function byCode(a: HeaderLine, b: HeaderLine): number {
  const at = a[0] === b[0] ? 1 : 0;
  return a[at] < b[at] ? -1 : a[at] > b[at] ? 1 : 0;
}

test("a request of any shape has the signature that the vendor's own signer gives it @slow", async () => {
  const vendor = await vendorAuthorization();
  const generated = requests(dates, (character) => !PARSED.test(character)).filter(sortsAlike);
  // Compared without `expect`, each of which is a step to Playwright and slows down the next.
  fc.assert(
    fc.property(
      generated,
      (request) => authorization(request, request.accessKey, request.secretKey) === vendor(request),
    ),
    { numRuns: 2000 },
  );
});
