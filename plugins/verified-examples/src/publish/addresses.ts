/** Published addresses of examples, without the site's base URL. They are cited: never change one. */
export class Addresses {
  /** @param route - Route of the catalogue, without slashes around it */
  constructor(private readonly route: string) {}

  get catalogue(): string {
    return `/${this.route}`;
  }

  page(id: string): string {
    return `/${this.route}/${id}`;
  }

  scenario(id: string, scenario: string): string {
    return `${this.page(id)}#scenario-${scenario}`;
  }

  raw(id: string, file: string): string {
    return `/${this.route}/${id}/raw/${file}`;
  }

  zip(id: string): string {
    return `/${this.route}/${id}/${id}.zip`;
  }
}
