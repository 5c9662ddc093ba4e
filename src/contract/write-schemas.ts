import { writeFileSync } from 'node:fs';
import { loadDescription } from './load-description.ts';
import { SCHEMAS } from './places.ts';
import { schemaFiles } from './schema-files.ts';

const { description } = await loadDescription();
for (const [name, text] of schemaFiles(description)) writeFileSync(new URL(name, SCHEMAS), text);
