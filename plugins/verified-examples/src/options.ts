import type {OptionValidationContext} from '@docusaurus/types';
import {Joi} from '@docusaurus/utils-validation';
import {DEFAULT_OPTIONS, type Options, type PluginOptions} from './settings';

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
