import Layout from '@theme/Layout';
import type {ReactNode} from 'react';

interface Props {
  title: string;
  description: string;
  children: ReactNode;
}

/** The site's frame around a generated page. */
export default function PageLayout({title, description, children}: Props): ReactNode {
  return (
    <Layout title={title} description={description}>
      {children}
    </Layout>
  );
}
