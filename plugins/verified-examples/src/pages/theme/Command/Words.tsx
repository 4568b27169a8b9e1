import type {ReactNode} from 'react';
import styles from './styles.module.css';

/**
 * Commands, a line each, that break between words, not after the hyphen of an option. No character is added or lost: what a
 * reader selects is what Copy takes.
 */
export default function Words({commands}: {commands: readonly string[]}): ReactNode {
  // Commands and their words never change their order.
  return commands.map((command, index) => (
    <span key={index} className={styles.line}>
      {index > 0 && '\n'}
      <span className={styles.prompt} data-command>
        {command.split(/(\s+)/).map((part, at) =>
          /^\S*-/.test(part) ? (
            <span key={at} className={styles.word}>
              {part}
            </span>
          ) : (
            part
          ),
        )}
      </span>
    </span>
  ));
}
