import { writtenLine } from '../settings/first-dotenv.ts';
import { ADDRESS, ADDRESS_NAMES, addressProblem } from '../settings/needed.ts';
import { print } from '../terminal/print.ts';
import { answerTo } from '../terminal/question.ts';

/**
 * Asks on the terminal for what an endpoint is addressed by, each until the answer is right or empty; never for a secret,
 * and not for the arming. Null where the signal or the end of the input came first.
 */
export async function askForAddress(signal: AbortSignal): Promise<Readonly<Record<string, string>> | null> {
  print('Four of the settings; an empty answer leaves one to be filled in later. No secret is asked for.');
  const answers: Record<string, string> = {};
  for (const name of ADDRESS_NAMES) {
    for (;;) {
      const answer = (await answerTo(`${name} (${ADDRESS[name]}): `, signal))?.trim();
      if (answer === undefined) return null;
      if (answer === '') break;
      const problem = addressProblem(name, answer) ?? unwritable(name, answer);
      if (problem === null) {
        answers[name] = answer;
        break;
      }
      print(`\`${name}\` ${problem}.`);
    }
  }
  return answers;
}

function unwritable(name: string, answer: string): string | null {
  return writtenLine(name, answer) === null
    ? 'holds every kind of quote, which no line of `.env` can; right would be a real environment variable'
    : null;
}
