/**
 * The name that an image is pulled by. With a mirror, images of all registries come from that one host, under the
 * path they have in their own, as pull-through mirrors name them; pins and receipts keep the public name.
 *
 * @param ref - As in a FROM, for example `golang:1.27` or `gcr.io/distroless/static-debian13:nonroot`
 * @param mirror - Host of a mirror, for example `127.0.0.1:5000`; default CGO_FIELD_GUIDE_MIRROR
 */
export function pullName(ref: string, mirror = process.env.CGO_FIELD_GUIDE_MIRROR): string {
  if (mirror === undefined || mirror === '') return ref;
  const [first = '', ...rest] = ref.split('/');
  if (rest.length === 0) return `${mirror}/library/${ref}`;
  // A first part with a dot or a port is a host; else it is a folder of Docker Hub.
  return /[.:]/.test(first) ? [mirror, ...rest].join('/') : `${mirror}/${ref}`;
}
