import useBaseUrl from '@docusaurus/useBaseUrl';
import {usePluginData} from '@docusaurus/useGlobalData';
import {useCallback, useEffect, useRef, useState} from 'react';
import type {Answered} from '../../../../src/find/answer';
import type {Published} from '../publish';
import type {Asked, Reply} from './messages';

export interface Finder {
  /** What was found for the text that was last asked for; undefined: nothing was asked, or it is on its way. */
  answered: Answered | undefined;
  /** The text that the answer is to: what was pasted behind a question for its output comes after the first text. */
  text: string;
  error: string | undefined;
  /** An answer is on its way. */
  pending: boolean;
  ask: (text: string) => void;
}

const NOTHING = {answered: undefined, text: '', error: undefined, pending: false};

/** Finds in a worker, which is started by the first question and ends with the component. */
export function useFinder(): Finder {
  const published = usePluginData('find', undefined, {failfast: true}) as Published;
  const patterns = useBaseUrl(published.patterns);
  const index = useBaseUrl(published.index);
  const [state, setState] = useState<Omit<Finder, 'ask'>>(NOTHING);
  const worker = useRef<Worker>(undefined);
  const last = useRef(0);

  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = undefined;
    },
    [],
  );

  const ask = useCallback(
    (text: string) => {
      const id = ++last.current;
      if (text.trim() === '') {
        // The worker still knows the last text: a field is emptied before the output that was asked for is pasted.
        setState(NOTHING);
        return;
      }
      setState((known) => ({...known, pending: true}));
      if (worker.current === undefined) {
        worker.current = new Worker(new URL('./worker.ts', import.meta.url));
        worker.current.addEventListener('message', ({data}: MessageEvent<Reply>) => {
          if (data.id !== last.current) return;
          if ('error' in data) {
            // The next question tries again.
            worker.current?.terminate();
            worker.current = undefined;
            setState({...NOTHING, error: data.error});
            return;
          }
          setState({answered: data.answered, text: data.text, error: undefined, pending: false});
        });
        const {origin} = window.location;
        worker.current.postMessage({load: {patterns: `${origin}${patterns}`, index: `${origin}${index}`}});
      }
      worker.current.postMessage({id, text} satisfies Asked);
    },
    [patterns, index],
  );
  return {...state, ask};
}
