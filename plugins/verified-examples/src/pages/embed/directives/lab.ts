import {BUILD_LAB} from '../../../example/commands/lines';
import type {LabFilesView} from '../../model/views';
import {labOf} from '../../views/context';
import type {DirectiveRequest, Embed} from '../types';

/** `::lab{}`: the lab's files, and how it is fetched and built. */
export function labDirective({attributes, context, report}: DirectiveRequest): Embed | undefined {
  attributes.finish();
  const {addresses, collection} = context;
  const files = labOf(collection.examples);
  if (files.length === 0) {
    report('no example has a scenario in the lab');
    return undefined;
  }
  const view: LabFilesView = {
    zip: addresses.labZip,
    build: BUILD_LAB,
    files: files
      .filter(({path}) => !path.endsWith('_test.go'))
      .map(({path}) => ({path, href: addresses.labRaw(path)})),
  };
  return {component: 'LabEmbed', view};
}
