import type {CatalogueEntry} from './types';

/** A base that only a registry has. */
export interface ComparedBase {
  ref: string;
  /** The table that it stands in. */
  family: CatalogueEntry['family'] | 'other';
}

/** Bases that readers compare and that no recipe rebuilds: they are measured where a registry answers. */
export const COMPARED: readonly ComparedBase[] = [
  {ref: 'alpine:3.24', family: 'alpine'},
  {ref: 'golang:1.27-alpine3.24', family: 'golang'},
  {ref: 'cgr.dev/chainguard/static:latest', family: 'other'},
  {ref: 'cgr.dev/chainguard/glibc-dynamic:latest', family: 'other'},
  {ref: 'registry.access.redhat.com/ubi9-micro:latest', family: 'other'},
  {ref: 'registry.access.redhat.com/ubi9-minimal:latest', family: 'other'},
  {ref: 'ubuntu:24.04', family: 'other'},
  {ref: 'busybox:musl', family: 'other'},
  {ref: 'busybox:glibc', family: 'other'},
];

/** The platform that they are measured on. */
export const COMPARED_PLATFORM = 'linux/amd64';
