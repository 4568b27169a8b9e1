import {describe, expect, it} from 'vitest';
import {parseProse} from '../parse';

describe('parseProse', () => {
  it('reads paragraphs, code and links', () => {
    expect(parseProse('Set `A=1`,\nsee [the `x` page](https://x.test/a).\n\nOr [here](/fix/b).\n')).toEqual({
      refused: [],
      prose: [
        [
          {kind: 'text', text: 'Set '},
          {kind: 'code', text: 'A=1'},
          {kind: 'text', text: ', see '},
          {
            kind: 'link',
            href: 'https://x.test/a',
            children: [
              {kind: 'text', text: 'the '},
              {kind: 'code', text: 'x'},
              {kind: 'text', text: ' page'},
            ],
          },
          {kind: 'text', text: '.'},
        ],
        [
          {kind: 'text', text: 'Or '},
          {kind: 'link', href: '/fix/b', children: [{kind: 'text', text: 'here'}]},
          {kind: 'text', text: '.'},
        ],
      ],
    });
  });

  it('reads measured values, and other colons as text', () => {
    expect(parseProse('Takes :measured[`% s`]{id=a fact=size}, on :81 or golang:alpine.').prose).toEqual([
      [
        {kind: 'text', text: 'Takes '},
        {kind: 'measured', value: {label: '% s', attributes: {id: 'a', fact: 'size'}}},
        {kind: 'text', text: ', on :81 or golang:alpine.'},
      ],
    ]);
  });

  it('keeps braces and angle brackets of code as they are', () => {
    expect(parseProse('`{x} <y> &amp;`').prose).toEqual([[{kind: 'code', text: '{x} <y> &amp;'}]]);
  });

  it.each([
    ['a list', '- one\n- two'],
    ['a heading', '# One'],
    ['fenced code', '```sh\nrm\n```'],
    ['HTML in a line', 'needs <script> here'],
    ['HTML as a block', '<div>x</div>'],
    ['bold', 'a **b**'],
    ['an image', '![a](https://x.test/a.png)'],
    ['a script as a link', '[x](javascript:alert(1))'],
    ['plain http', '[x](http://x.test/)'],
    ['another host without a scheme', '[x](//x.test/)'],
    ['nothing', '\n'],
  ])('refuses %s', (_, markdown) => {
    expect(parseProse(markdown).refused).toMatchSnapshot();
  });
});
