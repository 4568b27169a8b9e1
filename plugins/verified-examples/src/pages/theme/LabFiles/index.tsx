import type {ReactNode} from 'react';
import {fetchLabCommands} from '../../client/fetchCommands';
import FileLink from '../../client/site/FileLink';
import {useSiteAddress} from '../../client/site/useSiteAddress';
import type {LabFilesView} from '../../model/views';
import Command from '../Command';

/** How the lab is fetched and built, and its sources. The archive of an example that needs it has it too. */
export default function LabFiles({view: {zip, build, files}}: {view: LabFilesView}): ReactNode {
  const address = useSiteAddress();
  return (
    <>
      <Command
        commands={[...fetchLabCommands(address(zip)), build]}
        label="Fetch and build the lab"
        proof="verified"
      />
      <ul>
        {files.map(({path, href}) => (
          <li key={path}>
            <FileLink href={href}>{path}</FileLink>
          </li>
        ))}
      </ul>
    </>
  );
}
