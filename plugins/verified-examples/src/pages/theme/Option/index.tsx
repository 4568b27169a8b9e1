import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {OptionView} from '../../model/optionViews';
import Changes from '../SymptomPage/Changes';
import styles from './styles.module.css';

/** Lines that an option changes in a recipe, and where they are proved. */
export default function Option({view}: {view: OptionView}): ReactNode {
  const {change, example, href, recipe, state} = view;
  return (
    <div className={styles.option}>
      <Changes changes={[change]} example={example.id} state={state} />
      <p>
        In <SiteLink href={recipe.href}>{recipe.title}</SiteLink>; proved in{' '}
        <SiteLink href={href}>{example.title}</SiteLink>
      </p>
    </div>
  );
}
