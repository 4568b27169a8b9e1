import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {Prose as ProseView, ProseNode} from '../../../example/prose/parse';

/** Paragraphs of text with code and links. */
export default function Prose({view}: {view: ProseView}): ReactNode {
  // Fixed text: its parts never change their order.
  return view.map((paragraph, index) => (
    <p key={index}>
      <Inline nodes={paragraph} />
    </p>
  ));
}

/** The same without paragraphs, for the end of a line. */
export function InlineProse({view}: {view: ProseView}): ReactNode {
  return <Inline nodes={view.flat()} />;
}

function Inline({nodes}: {nodes: ProseNode[]}): ReactNode {
  return nodes.map((node, index) => <Piece key={index} node={node} />);
}

function Piece({node}: {node: ProseNode}): ReactNode {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'code') return <code>{node.text}</code>;
  const text = <Inline nodes={node.children} />;
  return node.href.startsWith('/') ? (
    <SiteLink href={node.href}>{text}</SiteLink>
  ) : (
    <a href={node.href}>{text}</a>
  );
}
