import { readFileSync, writeFileSync } from 'node:fs';
import { SOURCES } from '../../../engine/contract/places.ts';
import { SCHEMAS } from '../../../engine/package-root.ts';
import { pluginsContract, pluginsDescription } from '../load.ts';
import { REQUIREMENT_IDS } from '../places.ts';
import { dataFiles } from './data-files.ts';
import { idsWithNew } from './requirement-ids.ts';
import { schemaFiles } from './schema-files.ts';

const { description } = await pluginsDescription();
for (const [name, text] of schemaFiles(description)) writeFileSync(new URL(name, SCHEMAS), text);
for (const [name, text] of dataFiles(description)) writeFileSync(new URL(name, SOURCES), text);
writeFileSync(REQUIREMENT_IDS, idsWithNew(readFileSync(REQUIREMENT_IDS, 'utf8'), await pluginsContract()));
