import {expect, it} from 'vitest';
import {addressOfPage} from '../addressOfPage';

it.each([
  ['/about.html', '/about'],
  ['/fix/one.html', '/fix/one'],
  ['/index.html', '/'],
  ['/guide/index.html', '/guide/'],
  ['/myindex.html', '/myindex'],
  ['/about', '/about'],
  ['/404.html', '/404.html'],
])('the address of %s is %s', (pathname, address) => {
  expect(addressOfPage(pathname)).toBe(address);
});
