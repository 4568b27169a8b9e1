import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** A command whose lines end between words, not after the hyphen of an option. No character is added or lost. */
export default function Words({command}: {command: string}): ReactNode {
  return command.split(/(\s+)/).map((part, index) =>
    /^\S*-/.test(part) ? (
      // The words of a command never change their order.
      <span key={index} className={styles.word}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
