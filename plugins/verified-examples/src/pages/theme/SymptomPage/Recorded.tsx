import type {ReactNode} from 'react';
import type {TranscriptView} from '../../model/views';
import Transcript from '../Transcript';

interface Props {
  run: TranscriptView | null;
  mark?: string;
  outputOnly?: boolean;
}

/** A recorded run; in development there may be none yet. */
export default function Recorded({run, ...how}: Props): ReactNode {
  return run === null ? <p>There is no proved run yet.</p> : <Transcript view={run} {...how} />;
}
