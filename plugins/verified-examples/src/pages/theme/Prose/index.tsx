import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {ProseNode} from '../../../example/prose/parse';
import type {ProseView} from '../../model/symptomViews';
import type {MeasuredView} from '../../model/proseViews';
import Measured from '../Measured';

/** Paragraphs of text with code, links and measured values. */
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

function Inline({nodes}: {nodes: ProseNode<MeasuredView>[]}): ReactNode {
  return nodes.map((node, index) => <Piece key={index} node={node} />);
}

function Piece({node}: {node: ProseNode<MeasuredView>}): ReactNode {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'code') return <code>{node.text}</code>;
  if (node.kind === 'measured') return <Measured view={node.value} />;
  const text = <Inline nodes={node.children} />;
  return node.href.startsWith('/') ? (
    <SiteLink href={node.href}>{text}</SiteLink>
  ) : (
    <a href={node.href}>{text}</a>
  );
}
