import type * as Preset from '@docusaurus/preset-classic';
import type {Config} from '@docusaurus/types';
import {sitemapWithRevisions} from './plugins/permalinks/src/forConfig';
import {verifiedExamples} from './plugins/siteOptions';
import {verifiedEmbeds} from './plugins/verified-examples/src/pages/embed/forConfig';
import {keptContent} from './plugins/verified-examples/src/pages/embed/keptContent';

/** Address of the repository, which a deployment knows; without it nothing on the site links there. */
const repository = process.env.SITE_REPOSITORY;

const remarkPlugins = [verifiedEmbeds(__dirname, verifiedExamples)];
/** Only guides: theme/DocItem/Content puts their text into the page. */
const recmaPlugins = [keptContent];

/** Browsers load all of this: nothing in it may differ between two builds of one commit, so no path and no date. */
const config: Config = {
  title: 'CGO Field Guide',
  tagline: 'Go in containers: cgo, DNS and base images',
  customFields: {repository: repository ?? null},
  favicon: 'img/favicon.svg',
  url: process.env.SITE_URL ?? 'http://localhost:3000',
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
  clientModules: ['./src/client/index.ts'],
  plugins: [
    ['./plugins/verified-examples', verifiedExamples],
    ['./plugins/find', {routeBasePath: verifiedExamples.routeBasePath}],
    './plugins/permalinks',
    './plugins/built-pages',
  ],
  presets: [
    [
      'classic',
      {
        blog: false,
        docs: {
          routeBasePath: '/',
          sidebarPath: './sidebars.ts',
          remarkPlugins,
          recmaPlugins,
        },
        pages: {remarkPlugins},
        sitemap: sitemapWithRevisions(__dirname),
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
        {to: '/decide', label: 'Decide', activeBaseRegex: '^/(decide|start)'},
        {to: '/understand/linking', label: 'Understand', activeBaseRegex: '^/understand/'},
        {to: '/fix', label: 'Fix', activeBaseRegex: '^/(fix|playbooks|debugging|lab|tools|cite|contribute)'},
        {to: '/examples', label: 'Examples', activeBaseRegex: '^/examples'},
        {to: '/about', label: 'About', position: 'right'},
      ],
    },
    footer: {
      links: [
        {label: 'What is counted and proved', to: '/about'},
        {label: 'My message is not here', to: '/fix#missing'},
        {label: 'How to cite', to: '/cite'},
        {label: 'What changed', to: '/changes'},
        {label: 'Contribute', to: '/contribute'},
        ...(repository === undefined ? [] : [{label: 'Repository', href: repository}]),
      ],
      copyright: 'MIT licence',
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
