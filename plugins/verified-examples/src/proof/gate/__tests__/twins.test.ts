import {describe, expect, it} from 'vitest';
import {collectionOf, symptomExample, symptomProofs, SYMPTOM_TEXT} from '../../../__tests__/symptomSite';
import type {Proof} from '../../model/receipt';
import {brokenTwins} from '../twins';

const example = symptomExample();
const {standings} = collectionOf(example, symptomProofs(example));

/** Why the twins do not hold when the proofs were these, whatever let them pass before. */
function broken(edit: (proof: Proof) => Proof | undefined): string[] {
  const edited = standings.map((standing) => ({
    ...standing,
    proof: standing.proof && edit(standing.proof),
  }));
  return brokenTwins(edited).map(({symptom, reason}) => `${symptom}: ${reason}`);
}

/** The proof with other output of one scenario. */
const printing = (id: string, stderr: string) => (proof: Proof) => ({
  ...proof,
  scenarios: proof.scenarios.map((run) => (run.id === id ? {...run, stderr} : run)),
});

const without = (id: string) => (proof: Proof) => ({
  ...proof,
  scenarios: proof.scenarios.filter((run) => run.id !== id),
});

describe('brokenTwins', () => {
  it('lets twins pass whose failure, confirmation and fix are recorded', () => {
    expect(broken((proof) => proof)).toEqual([]);
  });

  it('finds a fix that still prints the text', () => {
    expect(broken(printing('greets', 'who?\n'))).toMatchInlineSnapshot(`
      [
        "who-is-there: its fix hello (current) still prints "who"",
      ]
    `);
  });

  it('finds a failure that does not print it', () => {
    expect(broken(printing('asks', 'nobody\n'))).toMatchInlineSnapshot(`
      [
        "who-is-there: its failure hello (current) does not print "who"",
      ]
    `);
    expect(broken((proof) => ({...proof, build: {...proof.build, output: 'cc: not found'}})))
      .toMatchInlineSnapshot(`
      [
        "no-gcc: its failure hello (broken) does not print "gcc: not found"",
      ]
    `);
  });

  it('finds a run that is not recorded', () => {
    expect(broken(without('asks'))).toMatchInlineSnapshot(`
      [
        "no-gcc: its confirm hello has no proved run of scenario asks",
        "who-is-there: its failure hello has no proved run of scenario asks",
        "who-is-there: its confirm hello has no proved run of scenario asks",
      ]
    `);
    expect(broken(without('greets'))).toMatchInlineSnapshot(`
      [
        "who-is-there: its fix hello has no proved run of scenario greets",
      ]
    `);
  });

  it('finds a build that is not recorded, or came out otherwise', () => {
    const of = (variant: string) => (proof: Proof) => (proof.variant === variant ? proof : undefined);
    expect(broken(of('current'))).toMatchInlineSnapshot(`
      [
        "no-gcc: its failure hello has no proved build that fails",
      ]
    `);
    expect(broken(of('broken'))).toMatchInlineSnapshot(`
      [
        "no-gcc: its confirm hello has no proved run of scenario asks",
        "no-gcc: its near miss hello has no proved run of scenario answers",
        "no-gcc: its fix hello has no proved build that succeeds",
        "who-is-there: its failure hello has no proved run of scenario asks",
        "who-is-there: its confirm hello has no proved run of scenario asks",
        "who-is-there: its near miss hello has no proved run of scenario answers",
        "who-is-there: its fix hello has no proved run of scenario greets",
      ]
    `);
    const failed = {command: '', outcome: 'failure', output: SYMPTOM_TEXT, seconds: 1} as const;
    expect(broken((proof) => ({...proof, build: failed}))).toMatchInlineSnapshot(`
      [
        "no-gcc: its fix hello has no proved build that succeeds",
      ]
    `);
  });
});
