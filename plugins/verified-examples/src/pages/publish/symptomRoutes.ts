import type {RouteConfig} from '@docusaurus/types';
import type {SymptomPageProps} from '../model/symptomViews';
import type {ViewContext} from '../views/context';
import {fixView, frameOf, symptomsOf, symptomView} from '../views/symptom';

/** A page for each symptom, and the index of all. */
export async function symptomRoutes(context: ViewContext): Promise<RouteConfig[]> {
  const symptoms = symptomsOf(context);
  const pages = symptoms.map(async (symptom) => {
    const kept = await symptomView(symptom, symptoms, context);
    const props: SymptomPageProps = {view: frameOf(kept), kept};
    return {
      path: context.addresses.symptom(symptom.twin.symptom),
      component: '@theme/SymptomPage',
      exact: true,
      props: {...props},
    };
  });
  const index = {
    path: context.addresses.symptoms,
    component: '@theme/FixPage',
    exact: true,
    props: {kept: fixView(symptoms, context)},
  };
  return [index, ...(await Promise.all(pages))];
}
