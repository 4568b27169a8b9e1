import mono from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2';
import sans from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2';
import sansBold from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2';
import Head from '@docusaurus/Head';
import type {Props} from '@theme/Root';
import type {ReactNode} from 'react';

/** Fonts of the first screen are asked for before the style sheet names them, so that text is seldom drawn twice. */
export default function Root({children}: Props): ReactNode {
  return (
    <>
      <Head>
        {[sans, sansBold, mono].map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
      </Head>
      {children}
    </>
  );
}
