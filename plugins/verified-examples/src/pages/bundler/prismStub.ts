/**
 * Stands for `prism-react-renderer` in the bundle: theme-classic imports it on every page, though all code of
 * this site is highlighted at build time. The stub has the three exports that theme-classic uses; should a code
 * block ever reach it, the text is shown plain.
 */
import {createElement, type ReactNode} from 'react';

export const Prism = {languages: {}};
export const themes = {};

interface HighlightProps {
  code: string;
  children: (props: unknown) => ReactNode;
}

export function Highlight({code}: HighlightProps): ReactNode {
  return createElement('code', null, code);
}
