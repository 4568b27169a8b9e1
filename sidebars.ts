import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  decide: [
    'decide/start-here',
    'decide/decision-tree',
    'decide/base-images',
    'decide/static-with-cgo',
    'decide/cgo-libraries',
    'decide/cross-compiling',
    'decide/building',
    'decide/health-checks',
    'decide/real-programs',
  ],
  understand: [
    'understand/linking',
    'understand/resolvers',
    'understand/timeouts',
    'understand/kubernetes',
    'understand/ipv6',
    'understand/musl-and-glibc',
    'understand/big-answers',
    'understand/threads-and-limits',
    'understand/engines',
    'understand/image-contents',
    'understand/without-a-shell',
    'understand/often-said',
  ],
  fix: [
    {type: 'link', label: 'Symptoms', href: '/fix'},
    'fix/playbooks',
    'fix/shell-less',
    'fix/nslookup',
    'lab',
    'tools/check-copies',
    'cite',
    'contribute',
  ],
};

export default sidebars;
