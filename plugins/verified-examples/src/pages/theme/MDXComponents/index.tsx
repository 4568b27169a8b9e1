import Defaults from '@theme-init/MDXComponents';
import type {ComponentProps, ReactNode} from 'react';
import Counts from '../Counts';
import FindFigures from '../../../../../find/src/theme/FindFigures';
import Fence from '../Fence';
import Measured from '../Measured';
import PlainCode from '../PlainCode';
import ProofDays from '../ProofDays';
import ScrollFrame from '../ScrollFrame';
import TextLink from './TextLink';
import {keptEmbeds} from './keptEmbeds';

/** What the embeds of a page become. Code blocks do without the stock ones: they highlight in the browser. */
export default {
  ...(Defaults as object),
  ...keptEmbeds,
  CountsEmbed: Counts,
  FindingEmbed: FindFigures,
  ProofDays,
  Measured,
  Fence,
  a: TextLink,
  pre: PlainCode,
  code: (props: ComponentProps<'code'>): ReactNode => <code {...props} />,
  table: (props: ComponentProps<'table'>): ReactNode => (
    <ScrollFrame label="Table">
      <table {...props} />
    </ScrollFrame>
  ),
};
