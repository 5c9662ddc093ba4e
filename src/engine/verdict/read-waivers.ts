import type { Waiver } from '../model/waiver.ts';
import { type Problem, readPlacedYaml, YamlProblem, type YamlText } from '../placed-yaml.ts';
import { type Checked, senseProblems } from './waiver-sense.ts';
import { shapeProblems } from './waiver-shape.ts';
import { WaiversError } from './waivers-error.ts';
import type { PlacedWaiver, WaiversInput } from './waivers-input.ts';

/**
 * Reads waivers; none where the text is empty. Throws a WaiversError that says of each thing that is wrong where it is and
 * what would be right.
 */
export function readWaivers(input: WaiversInput): readonly Waiver[] {
  return readPlacedWaivers(input).map(({ waiver }) => waiver);
}

/** The same, each with its line. */
export function readPlacedWaivers(input: WaiversInput): readonly PlacedWaiver[] {
  const { value, lineOf, told } = placed(input);
  // A file that holds nothing but comments holds no waiver.
  if (value === null || value === undefined) return [];
  const line = (index: number) => lineOf([index]);
  const shape = shapeProblems(value, input);
  const checked: Checked = { value, isRight: isRightBy(shape), lineOf: line };
  const problems = [...shape, ...senseProblems(checked, input)];
  if (problems.length > 0) throw new WaiversError(...told(problems));
  // It fits the schema.
  return (value as readonly Waiver[]).map((waiver, index) => ({ waiver, line: line(index) }));
}

function placed(text: YamlText) {
  try {
    return readPlacedYaml(text);
  } catch (error) {
    throw error instanceof YamlProblem ? new WaiversError(error.message) : error;
  }
}

/** Whether nothing is wrong with what stands at a path, or around it. */
function isRightBy(problems: readonly Problem[]): Checked['isRight'] {
  const wrong = new Set(
    problems.map(({ path, lacks }) => [...path, ...(lacks === undefined ? [] : [lacks])].join('/')),
  );
  return (index, member) => !wrong.has('') && !wrong.has(`${index}`) && !wrong.has(`${index}/${member}`);
}
