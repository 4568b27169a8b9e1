import {MODULES} from './signingProxy';

export const ALPINE = 'alpine:3.23';

/** One small base, no program to read. */
export const GREETING = {
  'example.yaml': `id: greeting
title: A greeting
summary: Prints a file.
variants:
  current: {title: Alpine 3.23}
facts:
  libc.kind: musl
limits:
  buildTimeout: 20s
scenarios:
  - id: greets
    title: It prints the file
    expect:
      stdout:
        exact: |
          hello
`,
  Dockerfile: `FROM ${ALPINE}\nCOPY greeting /greeting\nCMD ["cat", "/greeting"]\n`,
  greeting: 'hello\n',
};

/** A program: the toolbox has to be had too. */
export const PROGRAM = {
  'example.yaml': `id: program
title: A program
summary: A static program, read by the tools of another base.
variants:
  current: {title: Go 1.27}
binary: /program
facts:
  binary.linkage: static
scenarios:
  - id: greets
    title: It prints a line
    expect:
      stderr:
        exact: |
          hello
`,
  Dockerfile: `FROM golang:1.27-trixie AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o /program .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /program /program
ENTRYPOINT ["/program"]
`,
  'go.mod': 'module program\n\ngo 1.27\n',
  'main.go': 'package main\n\nfunc main() { println("hello") }\n',
};

/** A build in which Go asks for the versions of a module through a proxy. */
export function asking(proxy: string): Readonly<Record<string, string>> {
  return {
    'example.yaml': `id: asks
title: Versions of a module
summary: What a module proxy says, asked in the build.
variants:
  current: {title: Go 1.27}
scenarios:
  - id: versions
    title: The answer
    expect:
      stdout: {contains: [example.test/m]}
`,
    Dockerfile: `FROM golang:1.27-trixie AS build
RUN HTTPS_PROXY=${proxy} GOPROXY=https://${MODULES} GONOSUMDB=example.test go list -m -versions example.test/m > /answer

FROM ${ALPINE}
COPY --from=build /answer /answer
CMD ["cat", "/answer"]
`,
  };
}
