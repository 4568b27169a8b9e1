/** Where the site says what a rebuilt base is. */
export const REBUILT = '/about#rebuilt';
