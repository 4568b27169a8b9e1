import {expect, it} from 'vitest';
import {mask} from '../mask';

it.each([
  [
    'dial tcp: lookup db.corp.example on 10.1.2.3:53: no such host',
    'dial tcp: lookup <host> on <ip>:53: no such host',
  ],
  ['lookup db on 127.0.0.11:53', 'lookup <host> on 127.0.0.11:53'],
  ['lookup x on [2001:db8::1]:53, [::1]:53', 'lookup <host> on [<ip>]:53, [::1]:53'],
  [
    'fd12:3456:789a:1::1, fe80::1ff:fe23:4567:890a%eth0, 2001:db8::, [2a02:26f0:1180::17d2]:443',
    '[<ip>], [<ip>], [<ip>], [<ip>]:443',
  ],
  ['::ffff:10.1.2.3 and 2001:db8:0:1:2:3:4:5', '[<ip>] and [<ip>]'],
  ['[64:ff9b:0:0:0:0:10.1.2.3]:53', '[<ip>]:53'],
  [
    'at 12:34:56 std::string, ::1, [::]:53, a::b::c x:y:z',
    'at 12:34:56 std::string, ::1, [::]:53, a::b::c x:y:z',
  ],
  ['exec /home/anna/secret/app: no such file', 'exec <path>: no such file'],
  [
    'open /etc/resolv.conf, /lib64/ld-linux-x86-64.so.2',
    'open /etc/resolv.conf, /lib64/ld-linux-x86-64.so.2',
  ],
  ['Get "https://anna:pw@git.corp.example/x?token=abc123"', 'Get "https://<address>"'],
  ['Authorization: Bearer abcdefghijkl', 'Authorization: <secret> <token>'],
  ['PASSWORD=hunter2 ghp_0123456789abcdef', 'PASSWORD=<secret> <token>'],
  ['mail anna@corp.example, id 4bf92f3577b34da6a3ce929d0e0e4736', 'mail <mail>, id <id>'],
  [
    "version `GLIBC_2.34' not found, libresolv.so.2, main.go:12",
    "version `GLIBC_2.34' not found, libresolv.so.2, main.go:12",
  ],
])('%s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});
