import type {SymptomGroup} from '../../model/symptomViews';

/** Groups of symptoms in the order of the index, as a reader on call would name them. */
export const GROUP_WORDS: Readonly<Record<SymptomGroup, string>> = {
  start: "The program won't start",
  build: 'The build fails',
  files: 'Files, users and rights',
  dns: "Names don't resolve",
  limits: 'Limits and ports',
};
