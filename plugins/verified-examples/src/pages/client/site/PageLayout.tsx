import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import inTurn from './inTurn';

interface Props {
  title: string;
  description: string;
  children: ReactNode;
}

/** The site's frame around a generated page. */
export default function PageLayout({title, description, children}: Props): ReactNode {
  return (
    <Layout title={title} description={description}>
      <Content>{children}</Content>
    </Layout>
  );
}

const Content = inTurn(({children}: Pick<Props, 'children'>): ReactNode => children);
