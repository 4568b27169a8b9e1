import {Answers} from '../../../../src/find/answer';
import {Diagnosis} from '../../../../src/find/diagnose';
import type {FindData} from '../../../../src/find/model';
import {Search} from '../../../../src/find/search';
import {messageOf} from '../../../verified-examples/src/messageOf';
import type {Question, Reply} from './messages';

/** Off the page's own thread, so that typing goes on while a log of some megabytes is read. */
let answers: Promise<Answers> | undefined;

addEventListener('message', ({data}: MessageEvent<Question | {load: {patterns: string; index: string}}>) => {
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

async function reply({id, text, before}: Question): Promise<void> {
  const send = (message: Reply) => {
    postMessage(message);
  };
  try {
    const ready = await answers;
    if (ready === undefined) throw new Error('nothing was loaded');
    const joined = before !== undefined && ready.continues(ready.of(before), text);
    const whole = joined ? `${before}\n${text}` : text;
    send({id, text: whole, answered: ready.of(whole)});
  } catch (error) {
    send({id, error: messageOf(error)});
  }
}
