export {catalogue, findBase, recipeDigest, slugOf} from './catalogue';
export {nearestBases} from './nearest';
export {rebuildBases, type RebuildRequest} from './rebuild';
export {type Pins, readPins, writePins} from './pins';
export {RECEIPTS, readBaseReceipts, writeBaseReceipt} from './receipts';
export {cannotRebuild, installRebuildTools} from './machine/tools';
export {rebuildCommand, type RebuildCommandOptions} from './cli';
export * from './types';
