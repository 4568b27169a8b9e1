import {Answers, type Answered} from '../../../../src/find/answer';
import {Diagnosis} from '../../../../src/find/diagnose';
import type {FindData} from '../../../../src/find/model';
import {Search} from '../../../../src/find/search';
import {messageOf} from '../../../verified-examples/src/messageOf';
import type {Asked, Reply} from './messages';

/** Off the page's own thread, so that typing goes on while a log of some megabytes is read. */
let answers: Promise<Answers> | undefined;
/** The next text may be the output of a command that this answer asked for. */
let last: {text: string; answered: Answered} | undefined;

addEventListener('message', ({data}: MessageEvent<Asked | {load: {patterns: string; index: string}}>) => {
  if ('load' in data) answers = load(data.load);
  else void reply(data);
});

async function load({patterns, index}: {patterns: string; index: string}): Promise<Answers> {
  const [data, documents] = await Promise.all([fetchText(patterns), fetchText(index)]);
  const found = JSON.parse(data) as FindData;
  return new Answers(found, new Diagnosis(found), Search.load(documents));
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.text();
}

async function reply({id, text}: Asked): Promise<void> {
  const send = (message: Reply) => {
    postMessage(message);
  };
  try {
    const ready = await answers;
    if (ready === undefined) throw new Error('nothing was loaded');
    const whole = last !== undefined && ready.continues(last.answered, text) ? `${last.text}\n${text}` : text;
    last = {text: whole, answered: ready.of(whole)};
    send({id, ...last});
  } catch (error) {
    send({id, error: messageOf(error)});
  }
}
