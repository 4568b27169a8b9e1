import type {Look} from '../model/look';
import {line} from '../../shell';

/**
 * The look at a running container as an ephemeral container of its pod takes it: in the network of the pod, and with
 * `--target` among the processes of the container.
 *
 * @returns undefined for a look at an image, and where the tool is in no image that others can pull
 */
export function podLine({joins, with: image, args}: Look): string | undefined {
  if (joins === undefined || image === undefined) return undefined;
  const debug = ['kubectl', 'debug', '-it', 'POD', `--image=${image}`];
  return line(...debug, '--target=CONTAINER', '--profile=general', '--', ...args);
}
