import {expect, it} from 'vitest';
import type {Problem} from '../../../problems';
import {analyseDockerfile, usedStages} from '../dockerfile';

const DOCKERFILE = `FROM golang:1.27 AS base
FROM base AS build
FROM golang:1.27 AS unused
FROM golang:1.27 AS data
FROM alpine:3.23 AS app
COPY --from=1 /out/app /app
RUN --mount=type=bind,from=Data,target=/data cp /data/x /x
FROM scratch AS last
`;

it('are those that an image starts from, copies from and mounts, and no others', () => {
  const problems: Problem[] = [];
  const facts = analyseDockerfile(DOCKERFILE, {}, 'Dockerfile', problems);
  expect(problems).toEqual([]);
  expect(usedStages(facts, 'app').map(({name}) => name)).toEqual(['base', 'build', 'data', 'app']);
  expect(usedStages(facts, undefined).map(({name}) => name)).toEqual(['last']);
});
