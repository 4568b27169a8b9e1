import {getSwcJsMinimizerOptions, rspack} from '@docusaurus/faster';

interface Optimization {
  minimizer?: readonly unknown[];
}

/** The script that loads the others: the only one with their hashes in it. */
const RUNTIME = /runtime~main/;

/**
 * Short names in scripts that do not depend on the folder of the build. SWC gives the shortest names to the letters that
 * are the most frequent in a file. In the runtime it counts those of placeholders too: real hashes replace them later
 * (`optimization.realContentHash`), and they are made from absolute paths. So the runtime's names are in alphabetical
 * order.
 *
 * @param config - What Docusaurus is about to build with
 * @returns What is to replace that of its optimization; nothing where nothing is minified
 */
export function sameNames(config: object): object {
  const others = (config as {optimization?: Optimization}).optimization?.minimizer?.filter(
    (plugin) => !(plugin instanceof rspack.SwcJsMinimizerRspackPlugin),
  );
  if (others === undefined) return {};
  // Only objects to TypeScript: SWC takes more than Rspack's types say, `disableCharFreq` among it.
  const stock: object = {minify: true, ...getSwcJsMinimizerOptions()};
  const inOrder: object = {...stock, mangle: {disableCharFreq: true}};
  return {
    minimizer: [
      new rspack.SwcJsMinimizerRspackPlugin({exclude: RUNTIME, minimizerOptions: stock}),
      new rspack.SwcJsMinimizerRspackPlugin({test: RUNTIME, minimizerOptions: inOrder}),
      ...others,
    ],
  };
}
