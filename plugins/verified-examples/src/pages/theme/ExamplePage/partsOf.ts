import type {ExamplePageView} from '../../model/views';
import type {Part} from '../JumpList';

/** Sections of the page, in order. */
export function partsOf(view: ExamplePageView): Part[] {
  return [
    {id: 'matrix', label: 'Matrix', shown: view.matrix !== null},
    {id: 'receipt', label: 'Receipt', shown: true},
    {id: 'options', label: 'Options', shown: view.options.length > 0},
    {id: 'build', label: 'Build', shown: true},
    {id: 'scenarios', label: 'Scenarios', shown: view.scenarios.length > 0},
    {id: 'image', label: 'Image', shown: view.images.length > 0},
    {id: 'bases', label: 'Bases', shown: view.bases.length > 0},
    {id: 'files', label: 'Files and checksums', shown: true},
  ].filter(({shown}) => shown);
}
