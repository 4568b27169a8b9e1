import {useEffect, useRef, useState, type ClipboardEvent, type DragEvent} from 'react';
import {keepInAddress, questionOf} from './fragment';
import {logIn, readLog, type Log} from './paste';
import {useFinder, type Finder} from './useFinder';

/** Letters come faster than answers need to. */
const WAIT_MS = 120;

export interface Question extends Omit<Finder, 'ask'> {
  typed: string;
  /** What is too long for the field. */
  log: Log | undefined;
  type: (text: string) => void;
  clear: () => void;
  /** For the field: a log that is pasted is held beside it. */
  onPaste: (event: ClipboardEvent) => void;
  /** For what a file is dropped on. */
  onDrop: (event: DragEvent) => void;
}

/**
 * A question that is typed, pasted or dropped, and its answer; kept in the fragment of the address.
 *
 * @param lines - How many lines the field takes; a text that has more is held beside it
 */
export function useQuestion(lines: number): Question {
  const {ask, ...finder} = useFinder();
  const [typed, setTyped] = useState('');
  const [log, setLog] = useState<Log>();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const type = (text: string) => {
    setTyped(text);
    setLog(undefined);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      ask(text);
      if (text.trim() === '') keepInAddress('');
    }, WAIT_MS);
  };
  const hold = (held: Log) => {
    clearTimeout(waiting.current);
    setTyped('');
    setLog(held);
    ask(held.text);
  };

  useEffect(() => {
    const fromAddress = () => {
      const asked = questionOf(window.location.hash);
      if (asked === undefined || asked.trim() === '') return;
      const long = logIn(asked, lines);
      setLog(long);
      setTyped(long === undefined ? asked : '');
      ask(asked);
    };
    fromAddress();
    window.addEventListener('hashchange', fromAddress);
    return () => {
      clearTimeout(waiting.current);
      window.removeEventListener('hashchange', fromAddress);
    };
  }, [ask, lines]);

  const {answered, text} = finder;
  useEffect(() => {
    if (answered === undefined) return;
    keepInAddress(answered.link);
    // What a command printed is asked about together with the text that it was asked for.
    if (answered.found.some(({told}) => told)) {
      const long = logIn(text, lines);
      setLog((held) => (held === undefined ? long : {...held, text}));
      setTyped(long === undefined ? text : '');
    }
  }, [answered, text, lines]);

  return {
    ...finder,
    typed,
    log,
    type,
    clear: () => {
      type('');
    },
    onPaste: (event) => {
      const pasted = logIn(event.clipboardData.getData('text/plain'), lines);
      if (pasted === undefined) return;
      event.preventDefault();
      hold(pasted);
    },
    onDrop: (event) => {
      const [file] = event.dataTransfer.files;
      if (file === undefined) return;
      event.preventDefault();
      void readLog(file).then(hold);
    },
  };
}
