import type {ReactNode} from 'react';
import {usePluginData} from '@docusaurus/useGlobalData';
import type {FindFigures as Figures} from '../..';

/** What finding is worth, measured when the site was built. */
export default function FindFigures(): ReactNode {
  const {figures} = usePluginData('find', undefined, {failfast: true}) as {figures: Figures};
  const {lines, right, heldOut, heldOutRight, strangers, strangersCertain, queries, reciprocalRank} = figures;
  const rows: [string, string][] = [
    [
      'Lines from public reports that patterns were written with',
      `${right} of ${lines} lead to their page first`,
    ],
    ['Lines from other reports, only measured on', `${heldOutRight} of ${heldOut} lead to their page first`],
    [
      'Texts of container engines, as recorded',
      `${figures.engineTextsRight} of ${figures.engineTexts} lead to the page of their case`,
    ],
    [
      'Lines that no page answers, near texts and logs of other programs',
      `${strangersCertain} of ${strangers} get a certain answer`,
    ],
    ['Questions to the search', `${queries}, with a mean reciprocal rank of ${reciprocalRank}`],
  ];
  return (
    <table>
      <tbody>
        {rows.map(([what, came]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{came}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
