import type {Plugin} from '@docusaurus/types';

/** Gives every built page a Content-Security-Policy. */
export default function contentSecurity(): Plugin {
  return {
    name: 'content-security',

    async postBuild({outDir}) {
      const {writePolicies} = await import('./writePolicies');
      writePolicies(outDir);
    },
  };
}
