import { Digest } from '../../engine/contract/digest.ts';
import { exactText } from '../../engine/contract/exact-text.ts';
import { parseExactly } from '../../engine/judge/body/exact-json.ts';
import type { BriefResource, ReadItem } from '../../engine/model/resource.ts';

/** An entry of the table of large Lists as it stands in a file. */
export interface StoredView
  extends Pick<BriefResource, 'item' | 'name' | 'creationTimestamp' | 'phase' | 'version' | 'specHash'> {
  /** The JSON text of `spec`, where it was kept. */
  readonly spec?: string;
  readonly uids?: readonly (readonly [resource: string, uid: string])[];
}

/** An entry as it is written into a file. */
export function storedView({ inputs: _, spec, uids, ...view }: BriefResource): StoredView {
  return {
    ...view,
    ...(spec === undefined || spec instanceof Digest ? {} : { spec: exactText(spec) }),
    ...(uids === undefined ? {} : { uids: [...uids] }),
  };
}

/** The entry that was written so; the inputs stand in its `spec`, where `readItem` finds them. */
export function restoredView({ spec: text, uids, ...view }: StoredView, readItem: ReadItem): BriefResource {
  const { specHash } = view;
  const hash = specHash === undefined ? undefined : new Digest(specHash);
  const spec = text === undefined ? hash : parseExactly(text);
  return {
    ...view,
    inputs: readItem({ spec })?.inputs,
    spec,
    ...(uids === undefined ? {} : { uids: new Map(uids) }),
  };
}
