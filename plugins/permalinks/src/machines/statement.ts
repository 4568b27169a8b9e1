/** Parts of an attestation that this project writes (https://github.com/in-toto/attestation/tree/main/spec/v1). */
export interface Statement {
  _type: 'https://in-toto.io/Statement/v1';
  /** What is told of: files, found by their digests. */
  subject: (Descriptor & {name: string; digest: Digests})[];
  predicateType: typeof TEST_RESULT;
  predicate: TestResult;
}

export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';

/** https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md */
export interface TestResult {
  result: 'PASSED' | 'WARNED' | 'FAILED';
  configuration: Descriptor[];
  url?: string;
  passedTests: string[];
  warnedTests: string[];
  failedTests: string[];
}

/** A ResourceDescriptor. */
export interface Descriptor {
  name: string;
  digest: Digests;
  annotations?: Record<string, string>;
}

/** Names of algorithms to lower-case hex digits. */
export type Digests = Record<string, string>;
