import '../client';
import {painted} from '../client/site/painted';
import {holdActs, letActs} from '../client/site/firstAct';

/**
 * The first script of a page in a browser, before that of Docusaurus: a page is complete and can be read before a script
 * runs, so it is drawn first. What is pressed or typed until Docusaurus's is there is not lost.
 */
const asked = holdActs();
// Buttons may be seen: none is pressed in vain.
document.documentElement.dataset.listens = 'all';
void Promise.race([painted(), asked])
  .then(() => import(/* webpackChunkName: "app" */ '@docusaurus/core/lib/client/clientEntry'))
  .catch((error: unknown) => {
    document.documentElement.dataset.listens = 'copies';
    letActs();
    throw error;
  });
