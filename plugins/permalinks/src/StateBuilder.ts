import type {ViewContext} from '../../verified-examples/src/pages/views/context';
import {revisionAddress, type State} from './model';
import {claimContent} from './states/claimContent';
import {claimSubjects, claimUses, type ClaimSubject, type ClaimUse} from './states/claims';
import {revisionLinks, withoutDownload} from './states/links';
import {stateOf} from './states/state';
import type {Subject} from './states/subject';
import {subjectsOf, type Guide} from './states/subjects';
import {contentOf, type BuiltPage} from './twins/builtPage';

export interface StateBuilderOptions {
  guides: readonly Guide[];
  /** Of the site, with a slash at both ends. */
  baseUrl: string;
  context: ViewContext;
  /** Whether an address has its files already: then they are not made again. */
  isPublished: (address: string) => boolean;
}

/** Makes the states of everything that the pages of a site show, one page after the other: together they are large. */
export class StateBuilder {
  private readonly shown: readonly Subject[];
  private readonly uses: ClaimUse[] = [];
  private readonly states: State[] = [];
  private readonly missing: Map<string, Subject>;
  private readonly linked: ReturnType<typeof revisionLinks>;

  constructor(private readonly options: StateBuilderOptions) {
    const {context, guides, baseUrl} = options;
    this.shown = subjectsOf(context, guides);
    this.missing = new Map(this.shown.map((subject) => [subject.page, subject]));
    this.linked = revisionLinks(this.shown, baseUrl, context.addresses);
  }

  /** What a page is cited as; undefined for a page that is not cited as a whole. */
  subjectOf(page: string): Subject | undefined {
    return this.shown.find((subject) => subject.page === page);
  }

  async add(page: BuiltPage): Promise<void> {
    this.uses.push(...claimUses(page));
    const subject = this.missing.get(page.path);
    if (subject === undefined) return;
    this.missing.delete(page.path);
    this.states.push(
      await this.stateOf(subject, () =>
        contentOf(page, {hrefOf: (href) => this.linked(subject, href), commandsOf: withoutDownload}),
      ),
    );
  }

  /**
   * @returns Everything that can be cited, and its states
   * @throws Error listing what can be cited and has no page
   */
  async finish(): Promise<{subjects: (Subject | ClaimSubject)[]; states: State[]}> {
    if (this.missing.size > 0)
      throw new Error(`can be cited, and has no page: ${[...this.missing.keys()].join(', ')}`);
    const claims = claimSubjects(this.uses, this.options.context.collection);
    for (const claim of claims)
      this.states.push(
        await this.stateOf(claim, () => claimContent(claim, (href) => this.linked(claim, href))),
      );
    return {subjects: [...this.shown, ...claims], states: this.states};
  }

  private async stateOf(subject: Subject, content: () => ReturnType<typeof contentOf>): Promise<State> {
    if (!this.options.isPublished(revisionAddress(subject))) return stateOf(subject, content());
    const {kind, id, key, title, page, example, provedAt} = subject;
    return {kind, id, key, title, page, example, provedAt, files: [], archives: []};
  }
}
