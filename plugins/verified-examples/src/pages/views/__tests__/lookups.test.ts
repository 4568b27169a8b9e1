import {describe, expect, it} from 'vitest';
import {outcomeOf} from '../lookups';

const line = (more: Record<string, unknown>) =>
  `${JSON.stringify({name: 'db.test', addresses: ['10.0.0.5'], seconds: 0, ...more})}\n`;
const outcome = (stdout: string, exit = 0, stderr = '') => outcomeOf({stdout, stderr, exit});

describe('outcomeOf', () => {
  it.each([
    [line({}), {ok: true, words: 'found 1 address', seconds: 0}],
    [line({addresses: ['10.0.0.5', 'fd00::5']}), {ok: true, words: 'found 2 addresses', seconds: 0}],
    [line({addresses: []}), {ok: true, words: 'found no address', seconds: 0}],
    [line({addresses: undefined, found: 100}), {ok: true, words: 'found 100 addresses', seconds: 0}],
    [
      line({addresses: undefined, records: ['10 mx.test.', '20 mx.test.']}),
      {ok: true, words: 'found 2 records', seconds: 0},
    ],
    [line({}) + line({seconds: 2.5}), {ok: true, words: 'found 2 addresses', seconds: 2.5}],
  ])('counts what was found: %s', (stdout, expected) => {
    expect(outcome(stdout)).toEqual(expected);
  });

  it.each([
    ['lookup db.test on 127.0.0.1:53: read udp 127.0.0.1:<port>->127.0.0.1:53: i/o timeout', 'i/o timeout'],
    ['lookup db.test on 127.0.0.1:53: no such host', 'no such host'],
    ['lookup db.test: Try again', 'Try again'],
    ['lookup db.test on [::1]:53: server misbehaving', 'server misbehaving'],
    ['context deadline exceeded', 'context deadline exceeded'],
  ])('says what failed: %s', (error, words) => {
    expect(outcome(line({error, addresses: [], seconds: 10}), 1)).toEqual({ok: false, words, seconds: 10});
  });

  it('tells how many of several failed, and each kind of failure once', () => {
    const failed = line({error: 'lookup x: Try again', addresses: []});
    expect(outcome(line({}) + failed + failed, 1).words).toBe('1 of 3 found: Try again');
    expect(outcome(failed + line({error: 'no such host', addresses: []}), 1).words).toBe(
      'Try again, no such host',
    );
  });

  it('sums up many lookups at once', () => {
    const many = (more: Record<string, unknown>) =>
      outcome(
        JSON.stringify({
          lookups: 700,
          failed: 0,
          noSuchHost: 0,
          errors: [],
          threads: 9,
          seconds: 1.5,
          ...more,
        }),
      );
    expect(many({})).toEqual({ok: true, words: 'all 700 lookups went well', seconds: 1.5});
    expect(many({errors: null}).words).toBe('all 700 lookups went well');
    expect(many({failed: 3, errors: ['lookup name-1.test: device or resource busy']})).toEqual({
      ok: false,
      words: '697 of 700 found: device or resource busy',
      seconds: 1.5,
    });
  });

  it('has no time of lookups where one did not print it', () => {
    expect(outcome(line({}) + line({seconds: undefined})).seconds).toBeNull();
  });

  it.each([
    ['hello\nworld\n', 0, '', {ok: true, words: 'exit 0: hello', seconds: null}],
    ['', 2, '\nusage: app\n', {ok: false, words: 'exit 2: usage: app', seconds: null}],
    ['', 137, '', {ok: false, words: 'exit 137', seconds: null}],
    ['{"lookups":700}\n', 0, '', {ok: true, words: 'exit 0: {"lookups":700}', seconds: null}],
  ])('of another run gives its exit code and first line: %j', (stdout, exit, stderr, expected) => {
    expect(outcome(stdout, exit, stderr)).toEqual(expected);
  });
});
