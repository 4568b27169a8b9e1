import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {DEFAULT_OPTIONS} from './defaults';

/** Docusaurus's severities. */
export type Severity = 'ignore' | 'log' | 'warn' | 'throw';

export interface PluginOptions {
  id: string;
  /** Folder of the examples, relative to the site. */
  path: string;
  /** Route of the catalogue; each example has its page below it. */
  routeBasePath: string;
  /** Days after which a proof is shown as expired. */
  expiresAfterDays: number;
  /** What a build does when a proof has expired. */
  onExpired: Severity;
  /** What a build does when upstream has moved since a proof. */
  onUpstreamMoved: Severity;
}

export type Options = Partial<Omit<PluginOptions, 'id'>>;

const severity = Joi.string().equal('ignore', 'log', 'warn', 'throw');

const OptionsSchema = Joi.object<PluginOptions>({
  path: Joi.string().default(DEFAULT_OPTIONS.path),
  routeBasePath: Joi.string()
    .pattern(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/)
    .default(DEFAULT_OPTIONS.routeBasePath),
  expiresAfterDays: Joi.number().integer().min(1).default(DEFAULT_OPTIONS.expiresAfterDays),
  onExpired: severity.default(DEFAULT_OPTIONS.onExpired),
  onUpstreamMoved: severity.default(DEFAULT_OPTIONS.onUpstreamMoved),
});

/** Docusaurus calls this with what the configuration gives the plugin. */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Options, PluginOptions>): PluginOptions {
  return validate(OptionsSchema, options);
}
