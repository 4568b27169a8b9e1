/** Route of the symptoms. */
const FIX = '/fix';

/** Published addresses of examples and symptoms, without the site's base URL. They are cited: never change one. */
export class Addresses {
  /** @param route - Route of the catalogue, without slashes around it */
  constructor(private readonly route: string) {}

  get catalogue(): string {
    return `/${this.route}`;
  }

  page(id: string): string {
    return `/${this.route}/${id}`;
  }

  /** The page with a variant chosen; of an example that has several. */
  variant(id: string, variant: string): string {
    return `${this.page(id)}#card-variant-${variant}`;
  }

  scenario(id: string, scenario: string): string {
    return `${this.page(id)}#scenario-${scenario}`;
  }

  build(id: string): string {
    return `${this.page(id)}#build`;
  }

  get symptoms(): string {
    return FIX;
  }

  symptom(id: string): string {
    return `${FIX}/${id}`;
  }

  /** A symptom without a page of its own. */
  notReproduced(id: string): string {
    return `${FIX}#${id}`;
  }

  raw(id: string, file: string): string {
    return `/${this.route}/${id}/raw/${file}`;
  }

  /** The script that repeats the runs of an archive, to be read before it is run. */
  reproduce(id: string): string {
    return `/${this.route}/${id}/reproduce.sh`;
  }

  /** The lab that runs join. */
  readonly labZip = '/lab/lab.zip';

  labRaw(file: string): string {
    return `/lab/raw/${file}`;
  }

  zip(id: string): string {
    return `/${this.route}/${id}/${id}.zip`;
  }
}
