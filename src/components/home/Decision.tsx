import type {ReactNode} from 'react';
import Answer from './Answer';
import styles from './Decision.module.css';

/** Two questions, three answers. Plain `<details>`: complete in the page's source, usable without JavaScript. */
export default function Decision(): ReactNode {
  return (
    <section className={styles.decision} aria-labelledby="decision">
      <h2 id="decision">Which image for your program?</h2>
      <fieldset className={styles.question}>
        <legend>Does anything in your build need C?</legend>
        <Choice group="needs-c" label="No, it is all Go" open>
          <Answer
            example="pure-go-static"
            title="CGO_ENABLED=0 on distroless static"
            why="One static file with Go's own resolver. It asks nothing of the image: no loader, no C library."
            also={[['pure-go-alpine', 'on Alpine']]}
          />
        </Choice>
        <Choice group="needs-c" label="Yes, a package uses cgo">
          <fieldset className={styles.question}>
            <legend>Does it have to run on Alpine?</legend>
            <Choice group="needs-alpine" label="No, you choose the base">
              <Answer
                example="cgo-glibc-base"
                title="cgo with glibc on distroless base-nossl"
                why="Built against glibc and run where that glibc is: the loader and libc come with the image."
                also={[
                  ['cgo-cpp', 'C++'],
                  ['cgo-debian-slim', 'a library of Debian'],
                  ['cross-compile', 'one static file'],
                ]}
              />
            </Choice>
            <Choice group="needs-alpine" label="Yes, Alpine">
              <Answer
                example="cgo-musl-alpine"
                title="cgo with musl on Alpine"
                why="Built in an Alpine image, so that it asks for musl's loader and not for glibc's."
              />
            </Choice>
          </fieldset>
        </Choice>
      </fieldset>
    </section>
  );
}

interface ChoiceProps {
  /** Of the choices of one group, one is open at a time. */
  group: string;
  label: string;
  open?: boolean;
  children: ReactNode;
}

function Choice({group, label, open = false, children}: ChoiceProps): ReactNode {
  return (
    <details className={styles.choice} name={group} open={open}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
