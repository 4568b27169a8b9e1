import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import type {RecipeKind} from '../../../example/model/manifest';
import type {ExamplePageView} from '../../model/views';
import Breadcrumbs from '../Breadcrumbs';
import CitePage from '../CitePage';
import JumpList from '../JumpList';
import OnThisPage from '../OnThisPage';
import ProofCard from '../ProofCard';
import BasesSection from './BasesSection';
import BuildSection from './BuildSection';
import FilesSection from './FilesSection';
import ImageSection from './ImageSection';
import MatrixSection from './MatrixSection';
import OptionsSection from './OptionsSection';
import {partsOf} from './partsOf';
import ScenariosSection from './ScenariosSection';
import TwinsSection from './TwinsSection';
import styles from './styles.module.css';

/** The page without the site's frame. */
export default function ExampleContent({view}: {view: ExamplePageView}): ReactNode {
  const {card, summary, catalogueHref} = view;
  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <CitePage>
          <Breadcrumbs trail={[{label: 'Examples', href: catalogueHref}]} here={card.example.title} />
        </CitePage>
        <h1>{card.example.title}</h1>
        <p className="lead">{summary}</p>
        {view.recipe !== null && <ToAdapt recipe={view.recipe} />}
        <JumpList label="Sections" parts={partsOf(view)} className={styles.jump} />
        <MatrixSection matrix={view.matrix} />
        <ProofCard view={card} open receiptId="receipt" />
        <TwinsSection twins={view.twins} />
        <OptionsSection options={view.options} />
        <BuildSection repeat={view.repeat} failedBuilds={view.failedBuilds} />
        <ScenariosSection scenarios={view.scenarios} folded={view.matrix !== null} />
        <ImageSection images={view.images} />
        <BasesSection bases={view.bases} />
        <FilesSection card={card} files={view.files} />
      </div>
      <OnThisPage parts={partsOf(view)} className={styles.toc} />
    </main>
  );
}

/** Where a guide says what a program of such a recipe does otherwise. */
const DIFFERS: Partial<Record<RecipeKind, {text: string; href: string}>> = {
  alpine: {text: 'musl from glibc', href: '/understand/musl-and-glibc'},
  static: {text: 'a static program with C', href: '/decide/static-with-cgo'},
};

/** What differs between projects, each proved in an example of its own. */
function ToAdapt({recipe}: {recipe: RecipeKind}): ReactNode {
  const differs = DIFFERS[recipe];
  return (
    <p>
      To adapt it: <Section id="adapt">the main package and .dockerignore</Section>,{' '}
      <Section id="private">private modules</Section>, <Section id="vendored">vendored modules</Section>,{' '}
      <Section id="version">a version</Section>, <Section id="caches">cache mounts</Section>,{' '}
      <Section id="tests">tests in the build</Section>, <Section id="debug">a debug target</Section>,{' '}
      <SiteLink href="/decide/health-checks">a health check</SiteLink>,{' '}
      <SiteLink href="/understand/image-contents#writing">a folder to write to</SiteLink>,{' '}
      <SiteLink href="/fix/listen-bind-permission-denied">a privileged port</SiteLink>,{' '}
      <SiteLink href="/decide/cross-compiling">another platform</SiteLink>.
      {differs !== undefined && (
        <>
          {' '}
          What then differs: <SiteLink href={differs.href}>{differs.text}</SiteLink>.
        </>
      )}
    </p>
  );
}

function Section({id, children}: {id: string; children: ReactNode}): ReactNode {
  return <SiteLink href={`/decide/building#${id}`}>{children}</SiteLink>;
}
