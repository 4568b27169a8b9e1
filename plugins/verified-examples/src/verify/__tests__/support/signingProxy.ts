import {readFileSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import path from 'node:path';
import {execa} from 'execa';

export interface SigningProxy {
  /** For HTTPS_PROXY. */
  address: string;
  /** PEM file: what this machine trusts, and the authority of the proxy. */
  bundle: string;
  stop: () => void;
}

/** The only host that it answers for, as a module proxy: one module with one version. */
export const MODULES = 'modules.test';

/** By how the address ends (go.dev/ref/mod#goproxy-protocol). */
const ANSWERS: readonly (readonly [string, string])[] = [
  ['/@v/list', 'v1.0.0\n'],
  ['.info', '{"Version": "v1.0.0"}\n'],
  ['.mod', 'module example.test/m\n'],
];

const SYSTEM = '/etc/ssl/certs/ca-certificates.crt';

/** A proxy as companies have it: it ends TLS, and what it says is signed by an authority of its own. */
export async function startSigningProxy(directory: string): Promise<SigningProxy> {
  const key = path.join(directory, 'proxy.key');
  const certificate = path.join(directory, 'proxy.crt');
  await execa('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=A proxy', '-addext', `subjectAltName=DNS:${MODULES}`],
    ...['-keyout', key, '-out', certificate],
  ]);
  const bundle = path.join(directory, 'bundle.pem');
  writeFileSync(bundle, `${readFileSync(SYSTEM, 'utf8')}${readFileSync(certificate, 'utf8')}`);
  const tls = createTlsServer(
    {key: readFileSync(key), cert: readFileSync(certificate)},
    (request, answer) => {
      const said = ANSWERS.find(([end]) => request.url?.endsWith(end));
      answer.writeHead(said === undefined ? 404 : 200);
      answer.end(said?.[1]);
    },
  );
  const proxy = createServer().on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    tls.emit('connection', socket);
  });
  return {address: `http://127.0.0.1:${await listen(proxy)}`, bundle, stop: () => proxy.close()};
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
