import type {Standing} from '../../proof/gate/state';
import type {HttpAnswer} from '../../proof/model/receipt';
import type {Kind, Proved} from './texts';

/** The texts of a proof's build and runs: commands, what was printed, and all of it together as a transcript shows it, with the command or without. */
export function runTexts({example, state, proof}: Standing): Proved[] {
  if (proof === undefined) return [];
  const {build, scenarios} = proof;
  const built = {command: build.command, stdout: '', stderr: build.output};
  const texts = [
    code(build.command),
    ...transcript(built),
    ...scenarios.flatMap(transcript),
    ...scenarios.flatMap(({http}) => http.flatMap(answer)),
  ];
  return texts.map(([kind, text]) => ({kind, text, example: example.id, state}));
}

type Text = readonly [Kind, string];

interface Printed {
  command: string;
  stdout: string;
  stderr: string;
}

function transcript({command, stdout, stderr}: Printed): Text[] {
  const said = stderr === '' ? '' : `stderr${lessNewline(stderr)}`;
  return [
    ['command', command],
    ['stdout', stdout],
    ['stderr', stderr],
    code(command + lessNewline(stdout) + said),
    code(lessNewline(stdout) + said),
  ];
}

function answer({request, status, body}: HttpAnswer): Text[] {
  return [['body', lessNewline(body)], code(`${request} → ${status}${lessNewline(body)}`)];
}

function code(text: string): Text {
  return ['code', text];
}

/** Output is shown without its last newline, which would draw an empty line. */
function lessNewline(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
