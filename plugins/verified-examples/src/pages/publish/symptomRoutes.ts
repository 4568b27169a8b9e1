import type {RouteConfig} from '@docusaurus/types';
import type {ViewContext} from '../views/context';
import {fixView, symptomsOf, symptomView} from '../views/symptom';

/** A page for each symptom, and the index of all. */
export async function symptomRoutes(context: ViewContext): Promise<RouteConfig[]> {
  const symptoms = symptomsOf(context);
  const pages = symptoms.map(async (symptom) => ({
    path: context.addresses.symptom(symptom.twin.symptom),
    component: '@theme/SymptomPage',
    exact: true,
    props: {view: await symptomView(symptom, symptoms, context)},
  }));
  const index = {
    path: context.addresses.symptoms,
    component: '@theme/FixPage',
    exact: true,
    props: {view: fixView(symptoms, context)},
  };
  return [index, ...(await Promise.all(pages))];
}
