export {CASES, type Case} from './cases';
export {exitText, nameOf} from './exits';
export {RECEIPTS, readWords, type CaseWords} from './receipts';
export {textOf} from './split';
