import clsx from 'clsx';
import {useEffect, useRef, useState, type ReactNode} from 'react';
import {copyText} from '../../client/copyText';
import Hidden from '../Hidden';
import styles from './styles.module.css';

interface Props {
  /** What is copied, in words: "Dockerfile", "command". */
  what: string;
  text: () => string;
  className?: string | undefined;
}

type Outcome = 'idle' | 'copied' | 'refused';

const SHOWN_FOR_MS = 2500;
/** What the button shows, and what those hear who do not see it. */
const WORDS: Readonly<Record<Outcome, {shown: string; said: string}>> = {
  idle: {shown: 'Copy', said: ''},
  copied: {shown: 'Copied', said: 'Copied'},
  refused: {shown: 'Refused', said: 'The browser refused to copy; select the text instead'},
};

/** Copies exactly the given text and says so. Not to be seen without JavaScript. */
export default function CopyButton({what, text, className}: Props): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  const copy = async () => {
    const done = await copyText(text());
    setOutcome(done ? 'copied' : 'refused');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setOutcome('idle');
    }, SHOWN_FOR_MS);
  };

  const {shown, said} = WORDS[outcome];
  return (
    <span className={clsx(styles.holder, className)}>
      <button
        type="button"
        className={styles.button}
        aria-label={`${shown} ${what}`}
        onClick={() => void copy()}
        data-outcome={outcome}
      >
        {shown}
      </button>
      <Hidden role="status">{said}</Hidden>
    </span>
  );
}
