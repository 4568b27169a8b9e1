import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  decide: ['decide/decision-tree', 'decide/base-images'],
  understand: ['understand/resolvers'],
};

export default sidebars;
