import type {SymptomPageView} from '../../model/symptomViews';
import type {Part} from '../JumpList';

/** Sections of the page, in order. */
export function partsOf(view: SymptomPageView): Part[] {
  return [
    {id: 'confirm', label: 'Confirm', shown: true},
    {id: 'fix', label: 'Fix', shown: true},
    {id: 'why', label: 'Why', shown: true},
    {id: 'engines', label: 'In your engine’s words', shown: view.words.length > 0},
    {id: 'proof', label: 'Proof', shown: true},
    {id: 'repeat', label: 'Repeat it', shown: true},
    {id: 'mistaken-for', label: 'Easily mistaken for', shown: view.mistakenFor.length > 0},
    {id: 'sources', label: 'Sources', shown: view.sources.length > 0},
  ].filter(({shown}) => shown);
}
