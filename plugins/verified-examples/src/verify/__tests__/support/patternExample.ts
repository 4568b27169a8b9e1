import {readFileSync} from 'node:fs';
import path from 'node:path';
import {ROOT} from '../../../../../../scripts/lib/dependencies.mjs';

/** The files of the example that CONTRIBUTING.md gives to copy, as it has them. */
export function patternExample(): {Dockerfile: string; 'example.yaml': string; greeting: string} {
  return {
    Dockerfile: fenceIn('CONTRIBUTING.md', 'dockerfile'),
    'example.yaml': fenceIn('CONTRIBUTING.md', 'yaml'),
    greeting: 'hello\n',
  };
}

/**
 * The first block of code in a language.
 *
 * @param file - Below the repository's root
 * @param below - A text of the file, below which it is looked for
 * @throws Error for none
 */
export function fenceIn(file: string, language: string, below = ''): string {
  const whole = readFileSync(path.join(ROOT, file), 'utf8');
  const text = whole.slice(whole.indexOf(below));
  const [, code] = new RegExp(`^\`\`\`${language}\\b.*\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text) ?? [];
  if (code === undefined) throw new Error(`${file} has no code in ${language}`);
  return code;
}
