import Defaults from '@theme-init/MDXComponents';
import type {ComponentProps, ReactNode} from 'react';
import BasesTable from '../BasesTable';
import Counts from '../Counts';
import FindFigures from '../../../../../find/src/theme/FindFigures';
import Fence from '../Fence';
import MatrixTable from '../MatrixTable';
import Measured from '../Measured';
import LabFiles from '../LabFiles';
import PlainCode from '../PlainCode';
import ProofCard from '../ProofCard';
import ProofDays from '../ProofDays';
import ReceiptEmbed from '../ReceiptEmbed';
import RepeatEmbed from '../RepeatEmbed';
import ScrollFrame from '../ScrollFrame';
import Transcript from '../Transcript';
import Twin from '../Twin';
import Words from '../Words';
import WordsTable from '../WordsTable';

/** What the embeds of a page become. Code blocks do without the stock ones: they highlight in the browser. */
export default {
  ...(Defaults as object),
  ExampleEmbed: ProofCard,
  TranscriptEmbed: Transcript,
  TwinEmbed: Twin,
  ReceiptEmbed,
  BasesEmbed: BasesTable,
  MatrixEmbed: MatrixTable,
  CountsEmbed: Counts,
  FindingEmbed: FindFigures,
  RepeatEmbed,
  ProofDays,
  LabEmbed: LabFiles,
  WordsEmbed: Words,
  WordsTableEmbed: WordsTable,
  Measured,
  Fence,
  pre: PlainCode,
  code: (props: ComponentProps<'code'>): ReactNode => <code {...props} />,
  table: (props: ComponentProps<'table'>): ReactNode => (
    <ScrollFrame label="Table">
      <table {...props} />
    </ScrollFrame>
  ),
};
