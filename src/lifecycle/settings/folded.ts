/** What no eye sees in a name, white space included; a reader behind a gateway may drop it. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{White_Space}\u{2800}]/gu;

/**
 * What may become of a name on its way: folded by NFKC, which makes two dots of `‥` and a slash of `／`, and without its
 * invisible characters. Twice, because the one may lay bare what the other takes.
 */
export function folded(name: string): string {
  // Nearly every name is of these alone, which fold into themselves; each request's path is looked at.
  if (/^[!-~]*$/.test(name)) return name;
  return foldedOnce(foldedOnce(name));
}

function foldedOnce(name: string): string {
  return name.normalize('NFKC').replace(INVISIBLE, '');
}
