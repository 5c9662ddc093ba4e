import { writeFileSync } from 'node:fs';
import { SOURCES } from '../../suites/modelarts-plugins/places.ts';
import { SCHEMAS } from '../package-root.ts';
import { dataFiles } from './data-files.ts';
import { loadDescription } from './load-description.ts';
import { schemaFiles } from './schema-files.ts';

const { description } = await loadDescription();
for (const [name, text] of schemaFiles(description)) writeFileSync(new URL(name, SCHEMAS), text);
for (const [name, text] of dataFiles(description)) writeFileSync(new URL(name, SOURCES), text);
