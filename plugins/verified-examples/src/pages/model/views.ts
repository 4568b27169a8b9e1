/**
 * What the theme is given. Plain JSON: it is written into page modules and travels to the reader.
 *
 * Addresses (`href`) are site paths that start with "/" and do not contain the site's base URL; the theme adds it.
 * Moments are ISO 8601 in UTC, sizes are bytes, durations are seconds: the theme words them.
 * Texts that are shown as code must not contain carriage returns: an HTML parser would turn them into newlines.
 */
import type {MatrixView} from './matrixViews';
import type {OptionView} from './optionViews';
import type {SymptomRef} from './symptomViews';
import type {DnsQuery, FileFact, HttpAnswer, Proof, World} from '../../proof/model/receipt';
import type {BaseUseView, ExampleBaseView} from './baseViews';
import type {RecipeKind} from '../../example/model/manifest';
import type {State} from '../../proof/gate/state';
import type {Binary, Inspection} from '../../proof/model/inspection';

export interface StateView {
  state: State;
  /** Whole sentences: what moved upstream, or why the proof does not hold. Empty for verified. */
  reasons: string[];
}

export interface ExampleRef {
  id: string;
  title: string;
  /** The example's own page. */
  href: string;
}

/** A stage of a Dockerfile: whole lines, first and last counted from 1. */
export interface StageView {
  name: string;
  from: number;
  to: number;
}

export interface FileView {
  /** Path in the example, for example "cmd/app/main.go". */
  path: string;
  /** Content of `<code>`: one `<span class="line">` a line, joined by newlines, without the final one. */
  html: string;
  /** The shown bytes end with a newline, which `html` leaves out. */
  finalNewline: boolean;
  /** Null: the whole file. */
  stage: StageView | null;
  /** Of a Dockerfile that is shown as a whole, 64 hex digits: copied with where it is from, it names them. */
  wholeSha256: string | null;
  /** The whole file as plain text. */
  rawHref: string;
  /** What rebuilt bases change for these very lines; empty: nothing known. */
  notes: string[];
}

export interface ZipView {
  href: string;
  bytes: number;
  /** 64 hex digits. */
  sha256: string;
}

export interface ScenarioLine {
  id: string;
  title: string;
  seconds: number;
  /** Address of the scenario on the example's page. */
  href: string;
}

/** One proof, cut to what a receipt shows. */
export interface ProofView {
  platform: string;
  provenance: World;
  provedAt: string;
  linkage: Binary['linkage'] | null;
  /** As in the image config; empty is root. */
  user: string | null;
  uid: number | null;
  imageSize: number | null;
  /** For example "go1.27.4". */
  goVersion: string | null;
  scenarios: ScenarioLine[];
  bases: Omit<BaseUseView, 'content'>[];
  binary: Pick<
    Binary,
    'path' | 'size' | 'sha256' | 'reproducible' | 'interpreter' | 'needed' | 'glibcRequired'
  > | null;
  build: Pick<Proof['build'], 'command' | 'outcome'>;
  engine: Proof['engine'];
  key: string;
  /** The command that proves this example again, for example "npm run verify pure-go-static". */
  repeat: string;
}

export interface VariantView {
  id: string;
  title: string;
  state: StateView;
  files: FileView[];
  zip: ZipView;
  /** The first is summed up under the code. Empty only when the state is missing. */
  proofs: ProofView[];
}

/** `<ExampleEmbed view>` and the card on the example's own page. */
export interface ProofCardView {
  /** Unique on its page; ids and radio group names are made from it. */
  uid: string;
  example: ExampleRef;
  /** The first is shown first. */
  variants: VariantView[];
}

/** `<ReceiptEmbed view>` */
export interface ReceiptView {
  example: ExampleRef;
  variant: string;
  state: StateView;
  proofs: ProofView[];
}

/** `<TranscriptEmbed view>`: a scenario's run, or a build that had to fail. */
export interface TranscriptView {
  example: ExampleRef;
  variant: {id: string; title: string};
  /** Null: the build itself. */
  scenario: string | null;
  title: string;
  /** Address of this run on the example's page. */
  href: string;
  state: StateView;
  /** What a reader types, a command each. */
  commands: string[];
  /** Null: the run joins no lab. */
  lab: LabView | null;
  stdout: string;
  stderr: string;
  exit: number;
  /** Null: a build, which may have had layers that an engine kept. */
  seconds: number | null;
  http: HttpAnswer[];
  dns: DnsQuery[];
  /** Files of the image that the scenario asks about; left out: none. */
  files?: FileFact[];
  /** Base of the image that ran, as named in its FROM; null for a build. */
  base: string | null;
  platform: string;
  provenance: World;
  provedAt: string;
}

/** The lab of one run: commands before it, and after it. */
export interface LabView {
  start: string[];
  after: string[];
}

/** `<ProofDays view>`: moments of the oldest and the youngest proof of a page. */
export interface ProofDaysView {
  oldest: string;
  youngest: string;
}

/** `<RepeatEmbed view>`: how a page's images are fetched and built, by example. */
export type RepeatView = {
  example: ExampleRef;
  state: StateView;
  /** Site paths of the archive, and of the script in it. */
  zip: string;
  script: string;
  /** A build says on which platform its build stage runs. */
  saysBuilder: boolean;
  builds: string[];
}[];

/** `<LabEmbed view>` */
export interface LabFilesView {
  zip: string;
  build: string;
  files: {path: string; href: string}[];
}

/** A command with placeholders for what is the reader's. */
export interface ConfirmCommand {
  lines: string[];
  placeholders: string[];
  /** Variables that the recorded run sets and the reader's build may set, otherwise. */
  variables: string[];
  /** The same in a pod, which is not run; null: a look at an image. */
  pod: string | null;
}

/** `<TwinEmbed view>` */
export interface TwinView {
  symptom: string;
  /** The exact text: printed by the first, absent from the second. */
  text: string;
  fails: TranscriptView;
  fix: TranscriptView;
}

/** The image of one variant, as inspected. */
export interface ImageFactsView {
  variant: {id: string; title: string};
  platform: string;
  image: Omit<Inspection, 'packages'> & {packageCount: number};
}

export interface ScenarioView {
  id: string;
  title: string;
  /** One a variant (and platform); the first is open. */
  runs: TranscriptView[];
}

export interface FileSum {
  path: string;
  bytes: number;
  sha256: string;
  rawHref: string;
}

/** Route props of `@theme/ExamplePage`. What stands under `kept` in props is not in what a reader's browser loads. */
export interface ExamplePageProps {
  title: string;
  description: string;
  kept?: ExamplePageView;
}

export interface ExamplePageView {
  card: ProofCardView;
  summary: string;
  /** For whom it is to be copied; null: it shows something else. */
  recipe: RecipeKind | null;
  catalogueHref: string;
  /** Null: the manifest has none. With one, transcripts are folded. */
  matrix: MatrixView | null;
  scenarios: ScenarioView[];
  /** Builds that had to fail. */
  failedBuilds: TranscriptView[];
  repeat: RepeatView;
  images: ImageFactsView[];
  bases: ExampleBaseView[];
  files: FileSum[];
  twins: {symptom: SymptomRef; failsHref: string; fix: ExampleRef}[];
  /** What may be added to this recipe; empty for what is none. */
  options: OptionView[];
}

export interface CatalogueEntryView {
  example: ExampleRef;
  summary: string;
  state: StateView;
  provedAt: string | null;
  linkage: Binary['linkage'] | null;
  /** Base of the final stage as named in its FROM. */
  base: string;
  imageSize: number | null;
  scenarios: number;
  /** The example shows a failure on purpose. */
  fails: boolean;
  /** What who copies it has; null: it is no recipe. */
  recipe: RecipeKind | null;
}

/** Route props of `@theme/CataloguePage`: `{kept}`. */
export interface CatalogueView {
  entries: CatalogueEntryView[];
}

/** Global data of the plugin "verified-examples". On every page, so counts only. */
export interface SiteCounts {
  examples: number;
  variants: number;
  /** By id, however many variants they run in. */
  scenarios: number;
  /** Recorded runs of scenarios: one a variant and platform. */
  runs: number;
  twins: number;
  /** Cells of all matrices: a scenario in a variant. */
  cells: number;
  /** Symptoms whose failure, confirmation and fix are all proved. */
  symptoms: number;
  notReproduced: number;
  /** Values in the prose of pages that are read from a receipt. */
  claims: number;
  unproved: number;
  /** Null: nothing is proved yet. */
  lastVerified: string | null;
}
