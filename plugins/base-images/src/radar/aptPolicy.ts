/** Newest versions in what `apt-cache policy` prints, by package; those without one are left out. Pure. */
export function candidatesOf(policy: string): Map<string, string> {
  const found = new Map<string, string>();
  let name = '';
  for (const line of policy.split('\n')) {
    name = /^(\S+):$/.exec(line)?.[1] ?? name;
    const candidate = /^ {2}Candidate: (\S+)$/.exec(line)?.[1];
    if (candidate !== undefined && candidate !== '(none)') found.set(name, candidate);
  }
  return found;
}
