import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {ScenarioView, TranscriptView} from '../../model/views';
import Transcript from '../Transcript';
import styles from './styles.module.css';

interface Props {
  scenarios: ScenarioView[];
  /** A matrix sums the runs up: each is opened by itself. */
  folded: boolean;
}

/** Every run, each under an address of its own. */
export default function ScenariosSection({scenarios, folded}: Props): ReactNode {
  if (scenarios.length === 0) return null;
  return (
    <>
      <SectionHeading level="h2" id="scenarios">
        Scenarios
      </SectionHeading>
      {scenarios.map((scenario) =>
        folded ? (
          <FoldedRuns key={scenario.id} scenario={scenario} />
        ) : (
          <Runs key={scenario.id} scenario={scenario} />
        ),
      )}
    </>
  );
}

function Runs({scenario: {id, title, runs}}: {scenario: ScenarioView}): ReactNode {
  const [first, ...others] = runs;
  return (
    <section>
      <SectionHeading level="h3" id={`scenario-${id}`}>
        {title}
      </SectionHeading>
      {first !== undefined && others.length > 0 && <p className={styles.which}>{first.variant.title}</p>}
      {first !== undefined && <Transcript view={first} standalone={false} />}
      {others.map((run) => (
        <details
          key={`${run.variant.id} ${run.platform}`}
          className={styles.other}
          {...fold(`${id}-${run.variant.id}-${archOf(run)}`, id, title)}
        >
          <summary>
            {run.variant.title}, {archOf(run)}: exit {run.exit}
          </summary>
          <Transcript view={run} standalone={false} />
        </details>
      ))}
    </section>
  );
}

/** The runs are opened when an address leads to the heading before them (client/revealTarget). */
function FoldedRuns({scenario: {id, title, runs}}: {scenario: ScenarioView}): ReactNode {
  return (
    <section>
      <SectionHeading level="h3" id={`scenario-${id}`}>
        {title}
      </SectionHeading>
      <details className={styles.other} data-opened-by="heading" {...fold(id, id, title)}>
        <summary>
          {runs.length} {runs.length === 1 ? 'run' : 'runs'}
        </summary>
        {runs.map((run) => (
          <div key={`${run.variant.id} ${run.platform}`}>
            <p className={styles.which}>
              {run.variant.title}, {archOf(run)}
            </p>
            <Transcript view={run} standalone={false} />
          </div>
        ))}
      </details>
    </section>
  );
}

function archOf({platform}: TranscriptView): string {
  return platform.replace(/^linux\//, '');
}

/** By these a part of a page that has grown too large goes into a file of its own (plugins/built-pages). */
function fold(name: string, scenario: string, title: string) {
  return {'data-fold': name, 'data-fold-anchor': `scenario-${scenario}`, 'data-fold-title': title};
}
