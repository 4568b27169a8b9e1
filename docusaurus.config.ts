import type * as Preset from '@docusaurus/preset-classic';
import type {Config} from '@docusaurus/types';
import {verifiedExamples} from './plugins/siteOptions';
import {verifiedEmbeds} from './plugins/verified-examples/src/pages/embed/forConfig';

const remarkPlugins = [verifiedEmbeds(__dirname, verifiedExamples)];

/** Browsers load all of this: nothing in it may differ between two builds of one commit, so no path and no date. */
const config: Config = {
  title: 'CGO Field Guide',
  tagline: 'Go, C and the image that carries them',
  favicon: 'img/favicon.svg',
  url: process.env.SITE_URL ?? 'https://cgo.guide',
  baseUrl: process.env.SITE_BASE_URL ?? '/',
  trailingSlash: false,
  staticDirectories: ['static', '.generated/static'],
  // On two cores, loading Docusaurus in each thread takes longer than rendering beside it saves. The same everywhere,
  // like all of the configuration.
  future: {v4: true, faster: {ssgWorkerThreads: false}},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {format: 'mdx', hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'}},
  i18n: {defaultLocale: 'en', locales: ['en']},
  plugins: [['./plugins/verified-examples', verifiedExamples]],
  presets: [
    [
      'classic',
      {
        blog: false,
        docs: {
          routeBasePath: '/',
          sidebarPath: './sidebars.ts',
          remarkPlugins,
        },
        pages: {remarkPlugins},
        theme: {customCss: './src/css/custom.css'},
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: 'CGO Field Guide',
      logo: {alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg', width: 20, height: 20},
      items: [
        {type: 'docSidebar', sidebarId: 'decide', label: 'Decide'},
        {type: 'docSidebar', sidebarId: 'understand', label: 'Understand'},
        {to: '/fix', label: 'Fix'},
        {to: '/examples', label: 'Copy'},
        {to: '/about', label: 'About', position: 'right'},
      ],
    },
    // Prism is out of the bundle; a language here would look for it while pages are rendered.
    prism: {additionalLanguages: []},
  } satisfies Preset.ThemeConfig,
};

export default config;
