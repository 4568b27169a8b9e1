/** Pages the home page leads to. */
export const EXAMPLES = '/examples';
export const DECIDE = '/decide';
export const UNDERSTAND = '/understand/linking';
export const FIX = '/fix';
export const PLAYBOOKS = '/playbooks';
