/** Flags of `go build` that people set without having read them anywhere in particular. */
const BUILD_FLAG = `(?:-a|-v|-trimpath|-mod=\\w+|-buildvcs=\\w+|-installsuffix \\w+|-tags[= ]\\S+|-ldflags[= ](?:"[^"]*"|'[^']*'))`;

/** A word that names a package or an output, without an argument of the Dockerfile that its author had to name. */
const PLAIN_WORD = '[^\\s$]+';

const BUILD_ARGS = `(?: ${BUILD_FLAG}| -o ${PLAIN_WORD})*(?: ${PLAIN_WORD})?`;

const PLATFORM_ARG = '(?:(?:TARGET|BUILD)(?:OS|ARCH|PLATFORM|VARIANT))';

/** What half of all Dockerfiles for Go have, in loosened texts. */
const IDIOMS = [
  /^(?:FROM|WORKDIR|EXPOSE|USER|LABEL|VOLUME|STOPSIGNAL|SHELL|HEALTHCHECK|MAINTAINER) ?/,
  /^(?:CMD|ENTRYPOINT) \[?\s*"?[^" ]+"?\s*\]?$/,
  new RegExp(`^ARG (?:${PLATFORM_ARG}=?(?: |$))+$`),
  /^ARG \w*VERSION=?$/,
  /^ENV (?:CGO_ENABLED|GOOS|GOARCH|GOPROXY|GOFLAGS|PATH|TZ|PORT)[= ]/,
  /^(?:COPY|ADD) (?!.*--from)/,
  /^COPY --from(?: --chown=\S+)? \S+ \S+$/,
  /^RUN go (?:mod|get|install|test|vet|generate)\b/,
  /^RUN (?:apt-get|apk|apt) (?:update|upgrade|clean)\b/,
  /^RUN (?:apt-get|apk|apt) (?:add|install)(?: -\S+)*(?: [\w.+-]+){0,4}$/,
  /^RUN rm -rf \S+$/,
  /^RUN (?:mkdir|chmod|chown|touch)\b(?: \S+){1,3}$/,
  /^RUN (?:addgroup|adduser|groupadd|useradd)(?: \S+){0,4}$/,
  new RegExp(`^RUN (?:env )?(?:CGO_ENABLED=\\d |GOOS=\\S+ |GOARCH=\\S+ )*go build${BUILD_ARGS}$`),
];

/** @returns Whether a loosened unit is so usual that having it says nothing about where a Dockerfile is from */
export function isIdiom(text: string): boolean {
  return IDIOMS.some((idiom) => idiom.test(text));
}
