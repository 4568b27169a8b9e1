import {afterEach, describe, expect, it, vi} from 'vitest';
import {revealTarget} from '../revealTarget';

class FakeDetails {
  open = false;
  parentElement = null;
  constructor(readonly dataset: Record<string, string> = {}) {}
}

class FakeRadio {
  type = 'radio';
  checked = false;
  parentElement = null;
  nextElementSibling = null;
  scrollIntoView = vi.fn();
}

interface Target {
  parentElement: FakeDetails | null;
  nextElementSibling: FakeDetails | null;
}

function reveal(target: Target) {
  const scrollIntoView = vi.fn();
  vi.stubGlobal('HTMLDetailsElement', FakeDetails);
  vi.stubGlobal('HTMLInputElement', FakeRadio);
  vi.stubGlobal('document', {getElementById: () => ({...target, scrollIntoView})});
  revealTarget('#scenario-a');
  return scrollIntoView;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('revealTarget', () => {
  it('opens what is around the target', () => {
    const around = new FakeDetails();
    expect(reveal({parentElement: around, nextElementSibling: null})).toHaveBeenCalled();
    expect(around.open).toBe(true);
  });

  it('opens what its heading opens, and nothing else that follows', () => {
    const runs = new FakeDetails({openedBy: 'heading'});
    reveal({parentElement: null, nextElementSibling: runs});
    expect(runs.open).toBe(true);
    const other = new FakeDetails();
    reveal({parentElement: null, nextElementSibling: other});
    expect(other.open).toBe(false);
  });

  it('chooses the variant that the address names', () => {
    const radio = new FakeRadio();
    vi.stubGlobal('HTMLDetailsElement', FakeDetails);
    vi.stubGlobal('HTMLInputElement', FakeRadio);
    vi.stubGlobal('document', {getElementById: () => radio});
    revealTarget('#card-variant-musl');
    expect(radio.checked).toBe(true);
  });
});
