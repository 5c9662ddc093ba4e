/** What the agents of pipelines act on wherever it stands in a line: `##vso[`, `##[`, `##teamcity[`, `##octopus[`. */
const COMMAND = /#(#)(?=[\w.-]{0,40}\[)/g;

/** Where GitLab's and Travis's logs fold, and what Rundeck and Spinnaker take from a log. */
const MARK = /(?:section_(?:start|end)|travis_(?:fold|time)|rundeck)(:)|spinnaker(_)(?=property|config)/gi;

/** What is acted on at the beginning of a line: GitHub's `::`; */
const COLONS = /^[^\S\r\n\u2028\u2029]*(:)(?=:)/gm;

/** Buildkite's groups; */
const GROUP = /^(?:(-)(?=--\s)|(\+)(?=\+\+\s)|(~)(?=~~\s)|(\^)(?=\^\^\s))/gm;

/** the levels of systemd, of which the gravest is shown on every terminal of the machine. */
const LEVEL = /^(<)(?=[0-7]>)/gm;

/** What GitLab and Jenkins take for the path of a file that belongs to a test case. */
const ATTACHMENT = /\[(\[)(?=ATTACHMENT\|)/gi;

/** A text in which nothing is a command to the agent of a pipeline: a character of each is written as an escape. */
export function withoutCommands(text: string): string {
  return [COMMAND, MARK, COLONS, GROUP, LEVEL, ATTACHMENT].reduce(
    (left, one) => left.replace(one, broken),
    text,
  );
}

/** What was found, with the character in its group, the last of its kind there, as an escape. */
function broken(found: string, ...groups: readonly unknown[]): string {
  const character = groups.find((group) => typeof group === 'string' && group.length === 1);
  const mark = String(character);
  const at = found.lastIndexOf(mark);
  const shown = `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return found.slice(0, at) + shown + found.slice(at + 1);
}
