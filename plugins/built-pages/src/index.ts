import type {LoadContext, Plugin} from '@docusaurus/types';

/** What is done to pages once they are built, in this order: Docusaurus runs the steps of different plugins side by side. */
export default function builtPages({baseUrl}: LoadContext): Plugin {
  return {
    name: 'built-pages',

    async postBuild({outDir}) {
      const [{cutFolds}, {writePolicies}] = await Promise.all([
        import('./cutFolds'),
        import('./writePolicies'),
      ]);
      cutFolds(outDir, baseUrl);
      writePolicies(outDir);
    },
  };
}
