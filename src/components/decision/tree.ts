/** A question and its answers; the first one is open when nobody has chosen. */
export interface Question {
  ask: string;
  /** Where a reader finds the answer out. */
  how?: {label: string; href: string};
  choices: readonly Choice[];
}

export interface Choice {
  /** Stands in the address: `#for-<id>`. */
  id: string;
  label: string;
  then: Question | Leaf;
}

/** A Dockerfile to copy. */
export interface Leaf {
  example: string;
  /** Of the example; without one it is the first. */
  variant?: string;
  title: string;
  why: string;
}

/** Where the build runs decides whether a C compiler for another platform is needed. */
function built(id: string, native: Leaf, crossTitle: string, crossExample = native.example): Question {
  return {
    ask: 'Where is it built?',
    choices: [
      {id: `${id}-native`, label: 'On the platform that it runs on, or emulated', then: native},
      {
        id: `${id}-cross`,
        label: 'On another one (a Mac, say), or for amd64 and arm64',
        then: {
          example: crossExample,
          variant: 'cross',
          title: crossTitle,
          why: 'The compiler runs at full speed on the machine that builds, and makes the program for the other, which docker build --platform names.',
        },
      },
    ],
  };
}

const NO_C: Question = {
  ask: 'What must the image bring?',
  choices: [
    {
      id: 'no-c',
      label: 'What most services need: certificates, time zones, a user',
      then: {
        example: 'pure-go-static',
        title: 'CGO_ENABLED=0 on distroless/static',
        why: "One static file with Go's own resolver. It asks nothing of the image: no loader, no C library.",
      },
    },
    {
      id: 'no-c-scratch',
      label: 'Nothing but what I copy into it',
      then: {
        example: 'pure-go-scratch',
        title: 'CGO_ENABLED=0 on scratch',
        why: 'One static file. Certificates, zones, a user and /tmp come from the build stage.',
      },
    },
    {
      id: 'no-c-alpine',
      label: 'A shell and a package manager',
      then: {
        example: 'pure-go-alpine',
        title: 'CGO_ENABLED=0 on Alpine',
        why: "One static file with Go's own resolver. It does not use Alpine's musl.",
      },
    },
  ],
};

const GLIBC: Question = {
  ask: 'What kind of C is it?',
  choices: [
    {
      id: 'c-source',
      label: 'It comes as source with a package, as SQLite does',
      then: built(
        'c-source',
        {
          example: 'cgo-glibc-base',
          title: 'cgo with glibc on distroless/base-nossl',
          why: 'Built against glibc and run where that glibc is: the loader and libc come with the image.',
        },
        'cgo cross-compiled for glibc, on distroless/base-nossl',
      ),
    },
    {
      id: 'cpp',
      label: 'C++',
      then: built(
        'cpp',
        {
          example: 'cgo-cpp',
          title: 'C++ on distroless/cc',
          why: 'The image is distroless/base with the C++ runtime of the same Debian.',
        },
        'C++ cross-compiled, on distroless/cc',
      ),
    },
    {
      id: 'c-several',
      label: "Several libraries, some of them precompiled, as Kafka's is",
      then: built(
        'c-several',
        {
          example: 'two-c-libraries',
          title: 'SQLite and Kafka on distroless/base-nossl',
          why: 'The Dockerfile is the same as for one library that brings its own source.',
        },
        'SQLite and Kafka cross-compiled, on distroless/base-nossl',
      ),
    },
    {
      id: 'c-library',
      label: 'It links a library of the distribution',
      then: built(
        'c-library',
        {
          example: 'cgo-debian-slim',
          title: 'cgo with a library of Debian, on Debian slim',
          why: 'Both stages install it from the same release; distroless has no package manager.',
        },
        'cgo cross-compiled with a library of Debian, on Debian slim',
      ),
    },
  ],
};

/** Every path ends in a Dockerfile that is proved. */
export const TREE: Question = {
  ask: 'Does anything in your build need C?',
  how: {label: 'How to find out', href: '/decide#is-there-any-c'},
  choices: [
    {id: 'all-go', label: 'No, it is all Go', then: NO_C},
    {
      id: 'c',
      label: 'Yes, a package uses cgo',
      then: {
        ask: 'What may the final image be?',
        choices: [
          {id: 'glibc', label: 'Any: take one with glibc', then: GLIBC},
          {
            id: 'alpine',
            label: 'It has to be Alpine',
            then: built(
              'alpine',
              {
                example: 'cgo-musl-alpine',
                title: 'cgo with musl on Alpine',
                why: "Built in an Alpine image, so that it asks for musl's loader and not for glibc's.",
              },
              'cgo cross-compiled for musl, on Alpine',
            ),
          },
          {
            id: 'static',
            label: 'One without any libc',
            then: {
              ask: 'Which one?',
              choices: [
                {
                  id: 'static-distroless',
                  label: 'distroless/static, which has what most services need',
                  then: built(
                    'static-distroless',
                    {
                      example: 'cgo-static-musl',
                      title: 'cgo linked statically with musl, on distroless/static',
                      why: 'musl is in the program; it looks names up where Go asks a libc.',
                    },
                    'cgo cross-compiled and linked statically with musl, on distroless/static',
                  ),
                },
                {
                  id: 'static-scratch',
                  label: 'scratch, which is empty',
                  then: built(
                    'static-scratch',
                    {
                      example: 'cgo-static-musl',
                      variant: 'scratch',
                      title: 'cgo linked statically with musl, on scratch',
                      why: 'musl is in the program; certificates, zones, a user and /tmp come from the build stage.',
                    },
                    'cgo cross-compiled and linked statically with musl, on scratch',
                    'cgo-static-scratch',
                  ),
                },
              ],
            },
          },
        ],
      },
    },
  ],
};

/** What other things a program may need, and where that is shown. */
export const ALSO: readonly (readonly [label: string, href: string])[] = [
  ['certificates of your own', '/understand/image-contents#certificates'],
  ['time zones', '/understand/image-contents#time-zones'],
  ['a folder to write to', '/understand/image-contents#writing'],
  ['a shell while debugging', '/debugging'],
  ['a health check', '/decide/health-checks'],
  ['private or vendored modules', '/decide/building#private'],
  ['few findings of a scanner', '/decide/base-images#cves'],
];

/**
 * Every way from the first question to a Dockerfile.
 *
 * @returns For each the ids of the choices, and the leaf
 */
export function pathsOf(question: Question = TREE): {choices: readonly Choice[]; leaf: Leaf}[] {
  return question.choices.flatMap((choice) =>
    'ask' in choice.then
      ? pathsOf(choice.then).map(({choices, leaf}) => ({choices: [choice, ...choices], leaf}))
      : [{choices: [choice], leaf: choice.then}],
  );
}

/** Its page, with the variant chosen. */
export function pageOf({example, variant}: Leaf): string {
  return `/examples/${example}${variant === undefined ? '' : `#card-variant-${variant}`}`;
}
