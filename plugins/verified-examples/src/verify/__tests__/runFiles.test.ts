import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {expect, it} from 'vitest';
import {binary} from '../../../../../scripts/lib/dependencies.mjs';

const WRITE = `
const {writeFilesExactly} = require(${JSON.stringify(path.join(__dirname, '../runFiles.ts'))});
writeFilesExactly(process.argv[2], [
  {path: 'a/b/plain', bytes: 'x'},
  {path: 'program', bytes: 'x', executable: true},
]);
`;

it.each(['077', '002', '022'])('files have the rights of a proof under umask %s', (umask) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rights-'));
  const script = path.join(folder, 'write.ts');
  const target = path.join(folder, 'target');
  spawnSync(
    'sh',
    ['-c', `umask ${umask}; mkdir "$1"; cat > "$2"; "$3" "$2" "$1"`, '-', target, script, binary('jiti')],
    {
      input: WRITE,
    },
  );
  const modes = ['a', 'a/b', 'a/b/plain', 'program'].map((name) =>
    (statSync(path.join(target, name)).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(['755', '755', '644', '755']);
  rmSync(folder, {recursive: true});
});
