import type {ReactNode} from 'react';
import {filledIn, type Values} from '../../client/placeholders';
import type {ConfirmCommand} from '../../model/views';
import Command from '../Command';
import styles from './styles.module.css';

const DEBUG = 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_debug/';
const IMAGES =
  'https://kubernetes.io/docs/tasks/access-application-cluster/list-all-running-container-images/';
const OF_POD = "kubectl get pod POD -o jsonpath='{.spec.containers[*].image}'";
const CREATE = 'https://docs.docker.com/reference/cli/docker/container/create/';

/** The confirming command for what does not run in an engine at hand. No revision of a page is made of it: `data-screen`. */
export default function InPod({
  command: {lines, pod},
  values,
}: {
  command: ConfirmCommand;
  values: Values;
}): ReactNode {
  if (pod !== null)
    return (
      <details className={styles.inPod} data-screen>
        <summary>In a pod</summary>
        <p>
          The same command in <a href={DEBUG}>an ephemeral container</a>. Not run here, where there is no
          cluster:
        </p>
        <Command commands={[filledIn(pod, values)]} label="In a pod" proof="reasoned" />
      </details>
    );
  if (!lines.some((line) => line.startsWith('docker create '))) return null;
  return (
    <details className={styles.inPod} data-screen>
      <summary>In a pod, or on another architecture</summary>
      <p>
        <a href={IMAGES}>
          <code>{OF_POD}</code>
        </a>{' '}
        names the image of a pod. On a machine of another architecture <code>docker create</code> takes{' '}
        <a href={CREATE}>
          <code>--platform linux/amd64</code>
        </a>
        .
      </p>
    </details>
  );
}
