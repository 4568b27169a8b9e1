import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  path: string;
  /** All paths it must be told from. */
  among: readonly string[];
}

/** A path as the label of a tab; on a phone only the end that tells it from the others, to leave room for the code. */
export default function FileName({path, among}: Props): ReactNode {
  const end = endOf(path, among);
  return (
    <>
      {end.length < path.length && <span className={styles.folder}>{path.slice(0, -end.length)}</span>}
      {end}
    </>
  );
}

function endOf(path: string, among: readonly string[]): string {
  const steps = path.split('/');
  for (let count = 1; count < steps.length; count++) {
    const end = steps.slice(-count).join('/');
    if (among.filter((other) => `/${other}`.endsWith(`/${end}`)).length === 1) return end;
  }
  return path;
}
