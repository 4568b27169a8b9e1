import type {ComponentType, ReactNode} from 'react';
import {KEPT_EMBEDS, type KeptEmbed} from '../../model/keptEmbeds';
import AdaptedTable from '../AdaptedTable';
import BasesTable from '../BasesTable';
import Kept from '../Kept';
import LabFiles from '../LabFiles';
import MatrixTable from '../MatrixTable';
import ProofCard from '../ProofCard';
import ReceiptEmbed from '../ReceiptEmbed';
import RepeatEmbed from '../RepeatEmbed';
import Transcript from '../Transcript';
import Twin from '../Twin';
import Words from '../Words';
import WordsTable from '../WordsTable';

const EMBEDS = {
  ExampleEmbed: ProofCard,
  TranscriptEmbed: Transcript,
  TwinEmbed: Twin,
  ReceiptEmbed,
  BasesEmbed: BasesTable,
  MatrixEmbed: MatrixTable,
  AdaptedEmbed: AdaptedTable,
  RepeatEmbed,
  LabEmbed: LabFiles,
  WordsEmbed: Words,
  WordsTableEmbed: WordsTable,
} satisfies Record<KeptEmbed, unknown>;

interface Props {
  /** Unique on the page. */
  kept: string;
  view: object | undefined;
}

/** Embeds of guides that are kept as HTML, by the names that they have there. */
export const keptEmbeds = Object.fromEntries(
  KEPT_EMBEDS.map((name) => {
    // Each is given the view that its own directive made.
    const Embed = EMBEDS[name] as ComponentType<{view: object}>;
    const KeptEmbed = ({kept, view}: Props): ReactNode => (
      <Kept id={kept} view={view}>
        {(known) => <Embed view={known} />}
      </Kept>
    );
    return [name, KeptEmbed];
  }),
);
