import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {rspack, type Configuration, type Stats} from '@rspack/core';
import type {CopyIndex} from '../../../../src/copies/model';

/** The file to download, as it was written. */
export interface Bundled {
  bytes: number;
  /** 64 hex digits. */
  sha256: string;
}

/**
 * Writes `check-copies` as one file for Node 20 and later, without dependencies and with the index in it, and beside it its
 * SHA-256 as `sha256sum -c` reads it. Equal sources and an equal index give equal bytes.
 *
 * @param outFile - Absolute path, ending in `.mjs`
 * @throws Error with what the bundler says, if it fails
 */
export async function bundleCheck(outFile: string, index: CopyIndex): Promise<Bundled> {
  const stats = await run(configuration(outFile, index));
  if (stats.hasErrors() || stats.hasWarnings())
    throw new Error(
      `${path.basename(outFile)} could not be bundled:\n${stats.toString({preset: 'errors-warnings'})}`,
    );
  const bytes = readFileSync(outFile);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(`${outFile}.sha256`, `${sha256}  ${path.basename(outFile)}\n`);
  return {bytes: bytes.length, sha256};
}

async function run(options: Configuration): Promise<Stats> {
  const compiler = rspack(options);
  try {
    return await new Promise((resolve, reject) => {
      compiler.run((error, stats) => {
        if (stats === undefined) reject(error ?? new Error('the bundler ended without a result'));
        else resolve(stats);
      });
    });
  } finally {
    await new Promise((resolve) => {
      compiler.close(resolve);
    });
  }
}

function configuration(outFile: string, index: CopyIndex): Configuration {
  return {
    mode: 'production',
    context: __dirname,
    entry: './standalone.ts',
    target: 'node20',
    devtool: false,
    output: {
      path: path.dirname(outFile),
      filename: path.basename(outFile),
      module: true,
      chunkFormat: 'module',
      clean: false,
    },
    experiments: {outputModule: true},
    resolve: {extensions: ['.ts', '.mjs', '.js']},
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'builtin:swc-loader',
          options: {jsc: {parser: {syntax: 'typescript'}, target: 'es2022'}},
          type: 'javascript/auto',
        },
      ],
    },
    // Readers are asked to run it: it is left as lines that can be read.
    optimization: {minimize: false},
    performance: false,
    plugins: [
      new rspack.DefinePlugin({COPY_INDEX: JSON.stringify(JSON.stringify(index))}),
      new rspack.BannerPlugin({banner: '#!/usr/bin/env node', raw: true}),
    ],
  };
}
