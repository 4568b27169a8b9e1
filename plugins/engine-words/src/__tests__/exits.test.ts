import {expect, it} from 'vitest';
import {CASES} from '../cases';
import {ENGINES, upstream} from '../engines';
import {exitText, nameOf} from '../exits';
import type {CaseWords} from '../receipts';

function words(id: string, version: string, more: Partial<CaseWords['words']> = {}): CaseWords {
  const engine = ENGINES.find((one) => one.id === id);
  const [one] = CASES;
  if (engine === undefined || one === undefined) throw new Error(id);
  const said = {before: [], command: '', files: {}, exit: 1, stdout: '', stderr: '', state: null, log: null};
  return {
    ...{engine, one, title: id, telling: undefined, date: '2031-02-03'},
    versions: {engine: version, runtime: `r${version}`},
    words: {...said, ...more},
  };
}

it('says the code of the command, and of the container where it is another', () => {
  const state = {status: 'exited', exit: 127};
  expect([
    exitText(words('docker-trixie-runc', '26', {exit: 127, state})),
    exitText(words('docker-trixie-crun', '26', {exit: 125, state})),
    exitText(words('podman-trixie-runc', '5', {exit: 127, state: {status: 'created', exit: 0}})),
    exitText(words('cri-trixie-runc', '1', {state: {status: 'x', exit: 128, reason: 'StartError'}})),
    exitText(words('cri-trixie-runc', '1')),
    exitText(words('ctr-trixie-runc', '1')),
  ]).toEqual(['127', '125, container 127', '127', '128, StartError', 'not created', '1']);
});

it('names a kind of engine alone where all of it agree', () => {
  const [old, young, ctr] = [
    words('docker-bookworm-runc', '20'),
    words('docker-trixie-runc', '26'),
    words('ctr-trixie-runc', '1.7'),
  ];
  const all = [old, young, ctr];
  expect(nameOf([old, young], all)).toBe('Docker');
  expect(nameOf([young, ctr], all)).toBe('Docker 26; ctr');
  expect(nameOf([ctr], [...all, words('ctr-sid-runc', '2.1')])).toBe('ctr with runc r1.7');
});

it('reads the version of upstream from one of Debian', () => {
  expect(
    ['26.1.5+dfsg1-9+deb13u1+b1', '1.0.0~rc93+ds1-5+deb11u5', '1.7.24~ds1-6+deb13u1', '1.21-1'].map(upstream),
  ).toEqual(['26.1.5', '1.0.0-rc93', '1.7.24', '1.21']);
});
