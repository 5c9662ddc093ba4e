import { MIMEType } from 'whatwg-mimetype';

/** A media type as it is compared, e.g. `application/json` for `Application/JSON; charset=utf-8`. */
export function essenceOf(mediaType: string): string {
  return MIMEType.parse(mediaType)?.essence ?? mediaType.trim().toLowerCase();
}

/** Whether a media type is JSON: by its name, or by what its name ends in (RFC 6839). */
export function isJson(essence: string): boolean {
  return essence === 'application/json' || essence === 'text/json' || essence.endsWith('+json');
}

/** Whether it stands for many, e.g. `application/*`. */
export function isMany(essence: string): boolean {
  return essence.endsWith('/*');
}

/** The documented media type that one of an answer is: its own, else the narrowest that stands for it; null where none does. */
export function documentedAs(documented: readonly string[], essence: string): string | null {
  const [type = ''] = essence.split('/');
  return [essence, `${type}/*`, '*/*'].find((one) => documented.includes(one)) ?? null;
}
