import {expect, it} from 'vitest';
import {readIgnores} from '../ignores';

it('lists every ignore that does not hold, and leaves those of other checks alone', () => {
  const {reasons, problems} = readIgnores(
    [
      '# cgo-guide: ignore=copy-superseded reason=later',
      'FROM scratch',
      '# cgo-guide: ignore=copy-moved',
      '# cgo-guide: ignore=copy-withdrawn reason=',
      '# cgo-guide: ignore=copy-supreseded reason=typing',
      '# cgo-guide: ignore=toString reason=none of ours',
    ].join('\n'),
  );
  expect([...reasons]).toEqual([['copy-superseded', 'later']]);
  expect(problems).toMatchInlineSnapshot(`
    [
      {
        "line": 3,
        "message": "ignore=copy-moved has no reason: write reason=… behind it",
      },
      {
        "line": 4,
        "message": "ignore=copy-withdrawn has no reason: write reason=… behind it",
      },
      {
        "line": 5,
        "message": "there is no rule copy-supreseded; there are copy-current, copy-superseded, copy-moved, copy-withdrawn, copy-unknown",
      },
    ]
  `);
});
