import type { Wanted } from '../../../engine/model/scenario.ts';

/** The body that Create documents, for the plug-in of the settings. */
export function createBody({ names, templateVersion, templateInputs }: Wanted): string {
  const template = {
    name: names.item,
    ...(templateVersion === null ? {} : { version: templateVersion }),
    ...(templateInputs === null ? {} : { inputs: templateInputs }),
  };
  return JSON.stringify({ apiVersion: 'v2', kind: 'Plugin', spec: { template } });
}
