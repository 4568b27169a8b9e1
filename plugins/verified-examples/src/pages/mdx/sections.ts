import type {Root, RootContent} from 'mdast';

/** What stands between one heading of a page and the next; its own heading is not in it. */
export type Section = RootContent[];

/** The sections of a page in their order; the first is what stands before any heading. */
export function sectionsOf(tree: Root): Section[] {
  const sections: Section[] = [[]];
  for (const node of tree.children) {
    if (node.type === 'heading') sections.push([]);
    else sections.at(-1)?.push(node);
  }
  return sections;
}
