import Defaults from '@theme-init/MDXComponents';
import type {ComponentProps, ReactNode} from 'react';
import AdaptedTable from '../AdaptedTable';
import BasesTable from '../BasesTable';
import Counts from '../Counts';
import FindFigures from '../../../../../find/src/theme/FindFigures';
import Fence from '../Fence';
import LabFiles from '../LabFiles';
import MatrixTable from '../MatrixTable';
import Measured from '../Measured';
import Option from '../Option';
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
import TextLink from './TextLink';

/**
 * What the embeds of a guide become. Code blocks do without the stock ones: they highlight in the browser. Browsers render
 * no guide, so they load none of these.
 */
export default __HAS_VIEWS__
  ? {
      ...(Defaults as object),
      ExampleEmbed: ProofCard,
      TranscriptEmbed: Transcript,
      TwinEmbed: Twin,
      ReceiptEmbed,
      BasesEmbed: BasesTable,
      MatrixEmbed: MatrixTable,
      AdaptedEmbed: AdaptedTable,
      OptionEmbed: Option,
      RepeatEmbed,
      LabEmbed: LabFiles,
      WordsEmbed: Words,
      WordsTableEmbed: WordsTable,
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
    }
  : {};
