/**
 * Diagnosing a log of 5 MB against one of 1 MB, side by side: by how much more it takes for five times as much. Beside it one of
 * 5 MB in which every line is an error that the guide knows, and what splitting a log into lines takes.
 */
import {Diagnosis} from '../src/find/diagnose';
import {cachedFindData} from '../plugins/find/src/findData';
import {verifiedExamples} from '../plugins/siteOptions';
import {withDefaults} from '../plugins/verified-examples/src/settings';
import {ROOT} from '../scripts/lib/dependencies.mjs';
import {median, printTable} from './lib/stats';

const RUNS = Number(process.env.RUNS ?? 5);
const SERVED = [
  '2024-03-28T07:12:44.123Z INFO request served method=GET path=/api/v1/users/123 status=200 duration=12ms',
  'Nov 28 14:20:01 host kernel: [12345.678] eth0: link up 1000Mbps full duplex',
  '2024-03-28T07:12:44.123Z ERROR open data-12.json: no such file or directory',
  '10.0.0.1 - - [28/Nov/2026:14:20:01 +0000] "GET /static/app.js HTTP/1.1" 304 0 "-" "Mozilla/5.0"',
].join('\n');
const FAILED = [
  'time="2024-03-28T07:12:44Z" level=error msg="Get \\"https://api.example.com\\": dial tcp: lookup api.example.com on 10.0.0.2:53: server misbehaving"',
  '{"level":"error","ts":1711609964.12,"msg":"lookup db.example.com on 10.0.0.2:53: read udp 10.0.0.9:4711->10.0.0.2:53: i/o timeout"}',
].join('\n');

function logOf(lines: string, bytes: number): string {
  return `${`${lines}\n`.repeat(Math.ceil(bytes / lines.length))}exec /app: no such file or directory\n`;
}

const diagnosis = new Diagnosis(cachedFindData(ROOT, withDefaults(verifiedExamples)));
const [small, large, failed] = [logOf(SERVED, 1e6), logOf(SERVED, 5e6), logOf(FAILED, 5e6)];
const sides = [
  {name: '1 MB', work: () => diagnosis.log(small), seconds: [] as number[]},
  {name: '5 MB', work: () => diagnosis.log(large), seconds: [] as number[]},
  {name: '5 MB of errors', work: () => diagnosis.log(failed), seconds: [] as number[]},
  {name: '5 MB, split into lines alone', work: () => large.split('\n'), seconds: [] as number[]},
];
for (let run = 0; run <= RUNS; run++) {
  for (const {work, seconds} of sides) {
    const before = process.cpuUsage();
    work();
    // The first run is for the compiler.
    if (run > 0) seconds.push(process.cpuUsage(before).user / 1e6);
  }
}
printTable(sides.map(({name, seconds}) => ({log: name, 'processor s': median(seconds).toFixed(3)})));
const [one = 0, five = 0] = sides.map(({seconds}) => median(seconds));
process.stdout.write(`five times the log takes ${(five / one).toFixed(1)} times as long\n`);
